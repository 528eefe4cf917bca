namespace GpuJazz.Music;

/// <summary>A tune as the model is to learn it: a melody and chords, by measure.</summary>
/// <param name="Name">The name to print: a file's name or a title.</param>
/// <param name="Measures">The measures that are learned, in order.</param>
/// <param name="MeasureLength">The length of a measure.</param>
/// <param name="BeatsPerMinute">The tempo at its start, in quarter notes a minute.</param>
/// <param name="Parts">All parts of the file that contain notes, with what was made of each.</param>
public sealed record Tune(string Name, IReadOnlyList<Measure> Measures, Beats MeasureLength, double BeatsPerMinute, IReadOnlyList<Part> Parts)
{
    /// <summary>How it was read, for people: which parts were taken for what, and which beats.</summary>
    public string Reading { get; init; } = "";

    /// <summary>How many measures of this length the file has, up to its last note; <see cref="Measures"/> may be fewer.</summary>
    public int MeasuresInFile { get; init; }
}
