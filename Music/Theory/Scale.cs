namespace GpuJazz.Music;

/// <summary>The two kinds of scale that chords are heard in.</summary>
public enum Mode
{
    /// <summary>The major scale: 0 2 4 5 7 9 11.</summary>
    Major,

    /// <summary>The Dorian scale: 0 2 3 5 7 9 10.</summary>
    Dorian,
}

/// <summary>A scale of seven notes, spelled with each letter once.</summary>
public sealed class Scale
{
    private static readonly int[] majorSemitones = [0, 2, 4, 5, 7, 9, 11];
    private static readonly int[] dorianSemitones = [0, 2, 3, 5, 7, 9, 10];

    // The candidates in order of preference: the highest pitch first, and at one pitch D- before C# and E- before D#.
    // Spelled otherwise the same keys hold the same pitch classes, so C#, D# and C- always lose to D-, E- and B.
    private static readonly SpelledPitch[] tonics =
    [
        SpelledPitch.FromMiddleC(6, 0), SpelledPitch.FromMiddleC(6, -1), SpelledPitch.FromMiddleC(5, 0), SpelledPitch.FromMiddleC(4, 1),
        SpelledPitch.FromMiddleC(4, 0), SpelledPitch.FromMiddleC(3, 1), SpelledPitch.FromMiddleC(3, 0), SpelledPitch.FromMiddleC(2, 0),
        SpelledPitch.FromMiddleC(2, -1), SpelledPitch.FromMiddleC(1, 1), SpelledPitch.FromMiddleC(1, 0), SpelledPitch.FromMiddleC(1, -1),
        SpelledPitch.FromMiddleC(0, 1), SpelledPitch.FromMiddleC(0, 0), SpelledPitch.FromMiddleC(0, -1),
    ];

    private static readonly Scale[] majors = [.. tonics.Select(tonic => new Scale(tonic, Mode.Major))];
    private static readonly Scale[] dorians = [.. tonics.Select(tonic => new Scale(tonic, Mode.Dorian))];

    private readonly HashSet<int> pitchClasses;

    /// <summary>A scale from its tonic.</summary>
    /// <param name="tonic">The first note; its letter decides the spelling of the others.</param>
    /// <param name="mode">The kind.</param>
    public Scale(SpelledPitch tonic, Mode mode)
    {
        Tonic = tonic;
        Mode = mode;
        var semitones = mode == Mode.Major ? majorSemitones : dorianSemitones;
        Pitches = [.. semitones.Select((semitone, step) => tonic.Transposed(new Interval(step, semitone)))];
        pitchClasses = [.. Pitches.Select(pitch => pitch.PitchClass)];
    }

    /// <summary>The first note.</summary>
    public SpelledPitch Tonic { get; }

    /// <summary>The kind.</summary>
    public Mode Mode { get; }

    /// <summary>The seven notes from the tonic up.</summary>
    public IReadOnlyList<SpelledPitch> Pitches { get; }

    /// <summary>The seven pitch classes, whatever the spelling.</summary>
    public IReadOnlySet<int> PitchClasses => pitchClasses;

    /// <summary>The scale of a kind that holds the most distinct pitch classes of a chord.</summary>
    /// <param name="mode">The kind.</param>
    /// <param name="pitches">The chord's pitches.</param>
    /// <returns>Of those that hold as many, the one with the highest tonic in the octave from middle C.</returns>
    public static Scale Holding(Mode mode, IEnumerable<SpelledPitch> pitches)
    {
        var wanted = pitches.Select(pitch => pitch.PitchClass).ToHashSet();
        return (mode == Mode.Major ? majors : dorians).MaxBy(scale => wanted.Count(scale.pitchClasses.Contains))!;
    }

    /// <summary>Whether a note's spelled name is in the scale: A- in a scale is not the note G#.</summary>
    /// <param name="pitch">The note, in any octave.</param>
    /// <returns>True if one of the seven has its name.</returns>
    public bool Contains(SpelledPitch pitch) => Pitches.Any(pitch.HasNameOf);

    /// <summary>Tonic and kind: <c>B- Dorian</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Tonic} {Mode}";
}
