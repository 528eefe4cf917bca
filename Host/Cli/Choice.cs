namespace GpuJazz.Host.Cli;

/// <summary>One of the few values that an option takes.</summary>
/// <param name="Name">The word for it on the command line.</param>
/// <param name="Value">The value.</param>
internal sealed record Choice<T>(string Name, T Value)
{
    /// <summary>The word, as the help shows a default.</summary>
    public override string ToString() => Name;
}
