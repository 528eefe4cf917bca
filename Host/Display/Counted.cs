namespace GpuJazz.Host.Display;

/// <summary>Numbers of things in words: 1 epoch, 2 epochs.</summary>
internal static class Counted
{
    /// <summary>The number and the noun in its number.</summary>
    /// <param name="count">How many.</param>
    /// <param name="noun">One of them; more get an s.</param>
    public static string Of(int count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");
}
