namespace GpuJazz.Music;

/// <summary>Collects, tune by tune, what a <see cref="CopySearch"/> needs of the tunes that may have been copied, so that nothing else of them must be kept.</summary>
/// <remarks>A tune's name is kept, and of each note of its melody a step, a pitch and a bar, 16 bytes.</remarks>
public sealed class CopySources
{
    private readonly List<long> steps = [];
    private readonly List<(string Name, int First, (int Pitch, int Bar)[] Notes)> tunes = [];

    /// <summary>The steps of all tunes, one tune after the other, each closed by a number of its own.</summary>
    internal IReadOnlyList<long> Steps => steps;

    /// <summary>Each tune's name, the place of its first step, and its notes.</summary>
    internal IReadOnlyList<(string Name, int First, (int Pitch, int Bar)[] Notes)> Tunes => tunes;

    /// <summary>Adds a tune; one without measures has nothing to copy.</summary>
    /// <param name="tune">The tune, in any one of its keys: copies are found in all.</param>
    public void Add(Tune tune)
    {
        if (tune.Measures.Count == 0) return;
        var bars = tune.Measures.SelectMany(measure => measure.Melody.Where(note => !note.IsRest).Select(_ => measure.Number + 1));
        var melody = TuneMelody.Of(tune).Melody;
        tunes.Add((tune.Name, steps.Count, [.. melody.Zip(bars, (note, bar) => (note.Pitch, bar))]));
        steps.AddRange(MelodySteps.Of(melody));
        steps.Add(-tunes.Count);
    }
}
