using GpuJazz.Music;

namespace GpuJazz.Host.Improvising;

/// <summary>A solo with the tokens that it was made from.</summary>
/// <param name="Tokens">What the model improvised.</param>
/// <param name="Realized">The notes, and what was done to get them.</param>
internal sealed record MadeSolo(IReadOnlyList<string> Tokens, RealizedSolo Realized)
{
    /// <summary>All tokens that the model heard or improvised, in order, as indices, with the turns that it improvised; null where it heard none.</summary>
    public (IReadOnlyList<int> Tokens, IReadOnlyList<Range> Turns)? Course { get; init; }

    /// <summary>What of it is the model's: a solo for each of its turns.</summary>
    public IReadOnlyList<RealizedSolo> Own { get; init; } = [Realized];

    /// <summary>Notes a bar, where the model plays; 0 if it plays none.</summary>
    public double Density => Own.Sum(solo => solo.Summary.Notes) / Math.Max(1.0, Own.Sum(solo => solo.Summary.Measures));
}
