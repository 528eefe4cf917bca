using GpuJazz.Music;

namespace GpuJazz.Host.Evaluation;

/// <summary>A solo and what was measured of it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Solo">The solo.</param>
/// <param name="Values">A value for each of <see cref="SoloMeasure.All"/>.</param>
/// <param name="Longest">The longest passage that it has from a tune that was learned; null if none, or if the tunes are not known.</param>
/// <param name="Copies">All passages of some length that it has from those tunes.</param>
internal sealed record EvaluatedSolo(
    string Name, Solo Solo, IReadOnlyList<double?> Values, CopiedPassage? Longest, IReadOnlyList<CopiedPassage> Copies)
{
    /// <summary>Shorter passages are in any two tunes, and tell nothing.</summary>
    public const int LeastNotes = 6;

    /// <summary>Measures a solo.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="solo">The solo.</param>
    /// <param name="range">Where its melody should lie.</param>
    /// <param name="learned">The tunes that it may have copied, or null.</param>
    public static EvaluatedSolo Of(string name, Solo solo, Register range, CopySearch? learned) =>
        new(name, solo, SoloMeasure.Measure(solo, range), learned?.Longest(solo), learned?.All(solo, LeastNotes) ?? []);
}
