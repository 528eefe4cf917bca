namespace GpuJazz.Music;

/// <summary>An improvised solo over chords, ready to be written, drawn or played.</summary>
/// <param name="Melody">The solo's notes by start.</param>
/// <param name="Chords">The chords under it by start.</param>
/// <param name="MeasureLength">The length of a measure.</param>
/// <param name="BeatsPerMinute">The tempo, in quarter notes a minute.</param>
public sealed record Solo(IReadOnlyList<Note> Melody, IReadOnlyList<Chord> Chords, Beats MeasureLength, double BeatsPerMinute)
{
    /// <summary>General MIDI program of the melody, 0 to 127: 4 is Electric Piano 1.</summary>
    public int MelodyProgram { get; init; } = 4;

    /// <summary>General MIDI program of the chords, 0 to 127: 4 is Electric Piano 1.</summary>
    public int ChordProgram { get; init; } = 4;

    /// <summary>When the last note or chord ends.</summary>
    public Beats End => Melody.Select(note => note.End).Concat(Chords.Select(chord => chord.End)).DefaultIfEmpty().Max();
}
