namespace GpuJazz.Music;

/// <summary>A tune as the model is to learn it: a melody and chords, by measure.</summary>
/// <param name="Name">The name to print: a file's name or a title.</param>
/// <param name="Measures">The measures that are learned, in order.</param>
/// <param name="MeasureLength">The length of most measures.</param>
/// <param name="BeatsPerMinute">The tempo at its start, in quarter notes a minute.</param>
/// <param name="Parts">All parts of the file that contain notes, with what was made of each.</param>
public sealed record Tune(string Name, IReadOnlyList<Measure> Measures, Beats MeasureLength, double BeatsPerMinute, IReadOnlyList<Part> Parts)
{
    /// <summary>How it was read, for people: which parts were taken for what, and which beats.</summary>
    public string Reading { get; init; } = "";

    /// <summary>The key that was found.</summary>
    public Key Key { get; init; }

    /// <summary>How well the notes fit the key: the correlation of <see cref="KeyFinder"/>, 0 to 1.</summary>
    public double KeyCorrelation { get; init; }

    /// <summary>How many semitones it was moved up since it was read.</summary>
    public int Transposed { get; init; }

    /// <summary>
    /// How much longer the first eighth of a beat is played than the second: 2 is triplet swing. Above 1 the notes here are straightened:
    /// the second begins on the half of the beat. Else they are as they were played.
    /// </summary>
    public double SwingRatio { get; init; } = 1;

    /// <summary>The time signatures, each from the number of the measure in which it begins.</summary>
    public IReadOnlyList<MeterChange> Meters { get; init; } = [];

    /// <summary>The tempos, each from the number of the measure in which it begins.</summary>
    public IReadOnlyList<TempoChange> Tempos { get; init; } = [];

    /// <summary>How long the notes before the first full measure last; zero if there are none.</summary>
    public Beats PickUp { get; init; }

    /// <summary>How many measures of this length the file has, up to its last note; <see cref="Measures"/> may be fewer.</summary>
    public int MeasuresInFile { get; init; }
}

/// <summary>A time signature that begins.</summary>
/// <param name="Measure">The number of the first measure that has it.</param>
/// <param name="Beats">How many beats a measure has.</param>
/// <param name="Unit">The note value of a beat: 4 for a quarter note.</param>
public readonly record struct MeterChange(int Measure, int Beats, int Unit)
{
    /// <summary>As it is written: <c>3/4</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Beats}/{Unit}");
}

/// <summary>A tempo that begins.</summary>
/// <param name="Measure">The number of the measure in which it begins.</param>
/// <param name="BeatsPerMinute">Quarter notes a minute.</param>
public readonly record struct TempoChange(int Measure, double BeatsPerMinute);
