using GpuJazz.Music;

namespace GpuJazz.Host.Improvising;

/// <summary>A solo with the tokens that it was made from.</summary>
/// <param name="Tokens">What the model improvised.</param>
/// <param name="Realized">The notes, and what was done to get them.</param>
internal sealed record MadeSolo(IReadOnlyList<string> Tokens, RealizedSolo Realized)
{
    /// <summary>All tokens that the model heard or improvised, in order, as indices, with the turns that it improvised; null where it heard none.</summary>
    public (IReadOnlyList<int> Tokens, IReadOnlyList<Range> Turns)? Course { get; init; }

    /// <summary>The notes that are the model's, a solo for each turn of them.</summary>
    public IReadOnlyList<Solo> Own { get; init; } = [Realized.Solo];
}
