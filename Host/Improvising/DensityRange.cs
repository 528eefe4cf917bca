using System.Globalization;

namespace GpuJazz.Host.Improvising;

/// <summary>How many notes a bar a solo is to have.</summary>
/// <param name="Low">The fewest.</param>
/// <param name="High">The most; the same for just so many.</param>
internal readonly record struct DensityRange(double Low, double High)
{
    private const double Least = 0.25;
    private const double Most = 32;
    private const string Dots = "..";

    /// <summary>What is aimed at where more or fewer would come.</summary>
    public double Middle => (Low + High) / 2;

    /// <summary>Whether so many notes a bar are asked for.</summary>
    public bool Holds(double density) => density >= Low && density <= High;

    /// <summary>Reads <c>6</c> or <c>4..8</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The range; null if it is none.</returns>
    public static DensityRange? Parse(string text)
    {
        var dots = text.IndexOf(Dots, StringComparison.Ordinal);
        return Number(dots < 0 ? text : text[..dots]) is { } low && Number(dots < 0 ? text : text[(dots + Dots.Length)..]) is { } high && low <= high
            ? new DensityRange(low, high)
            : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= Least and <= Most ? number : null;
}
