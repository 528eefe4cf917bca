namespace GpuJazz.Music;

/// <summary>A solo with what several measures need of it, each found once.</summary>
public sealed class MeasuredSolo
{
    // More than an evening's music; a file with more is most often damaged.
    private const int MostBars = 4000;

    private readonly Lazy<FitnessScape> structure;

    /// <summary>Prepares a solo.</summary>
    /// <param name="solo">The solo; no time is negative.</param>
    /// <param name="range">Where its melody should lie.</param>
    /// <exception cref="MusicException">It has more bars than are measured.</exception>
    public MeasuredSolo(Solo solo, Register range)
    {
        var count = Math.Max(0, (solo.End - new Beats(1)).DividedBy(solo.MeasureLength) + 1);
        if (count > MostBars) throw new MusicException($"the solo has {count} bars, and at most {MostBars} are measured; cut it");
        Solo = solo;
        Range = range;
        var notes = solo.Melody.ToLookup(note => note.Start.DividedBy(solo.MeasureLength));
        Bars = [.. Enumerable.Range(0, count).Select(bar => notes[bar].ToArray())];
        structure = new Lazy<FitnessScape>(() => FitnessScape.Of(Chromagram.Of(solo)));
    }

    /// <summary>The solo.</summary>
    public Solo Solo { get; }

    /// <summary>Where its melody should lie.</summary>
    public Register Range { get; }

    /// <summary>The melody's notes by the bar in which they start, up to the bar in which the last note or chord ends.</summary>
    public IReadOnlyList<IReadOnlyList<Note>> Bars { get; }

    /// <summary>How well each stretch of the melody stands for the whole.</summary>
    public FitnessScape Structure => structure.Value;
}
