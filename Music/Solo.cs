namespace GpuJazz.Music;

/// <summary>An improvised solo over chords, ready to be written, drawn or played.</summary>
/// <param name="Melody">The solo's notes by start.</param>
/// <param name="Chords">The chords played under it by start.</param>
/// <param name="MeasureLength">The length of a measure.</param>
/// <param name="BeatsPerMinute">The tempo, in quarter notes a minute.</param>
public sealed record Solo(IReadOnlyList<Note> Melody, IReadOnlyList<Chord> Chords, Beats MeasureLength, double BeatsPerMinute)
{
    /// <summary>The bass line by start; empty without a bass.</summary>
    public IReadOnlyList<Note> Bass { get; init; } = [];

    /// <summary>The drums by start, their pitches General MIDI's numbers of drums; empty without drums.</summary>
    public IReadOnlyList<Note> Drums { get; init; } = [];

    /// <summary>Which chord counts when, whether it is played or not: by start, each until the next. Empty if that is not known.</summary>
    public IReadOnlyList<Chord> Harmony { get; init; } = [];

    /// <summary>How long the first two thirds of a beat are played beside the last third; 2 is as it is written.</summary>
    public Swing Swing { get; init; } = Swing.AsWritten;

    /// <summary>General MIDI program of the melody, 0 to 127: 4 is Electric Piano 1.</summary>
    public int MelodyProgram { get; init; } = 4;

    /// <summary>General MIDI program of the chords, 0 to 127: 4 is Electric Piano 1.</summary>
    public int ChordProgram { get; init; } = 4;

    /// <summary>General MIDI program of the bass, 0 to 127: 32 is Acoustic Bass.</summary>
    public int BassProgram { get; init; } = 32;

    /// <summary>When the last note or chord ends.</summary>
    public Beats End => Melody.Concat(Bass).Concat(Drums).Select(note => note.End).Concat(Chords.Select(chord => chord.End)).DefaultIfEmpty().Max();
}
