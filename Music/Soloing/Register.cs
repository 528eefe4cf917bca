namespace GpuJazz.Music;

/// <summary>Where a played solo lies, both ends included.</summary>
/// <param name="Lowest">The lowest MIDI note number.</param>
/// <param name="Highest">The highest MIDI note number, at least an octave higher.</param>
/// <exception cref="MusicException">It is narrower than an octave, or has pitches that MIDI has not.</exception>
public sealed record Register(int Lowest, int Highest)
{
    /// <summary>The widest step between notes that follow each other, in semitones: a major tenth.</summary>
    public const int WidestStep = 16;

    /// <summary>How often a pitch may be struck in a row, unless the register has no other that fits.</summary>
    public const int MostStrikes = 3;

    /// <summary>The narrowest register, in semitones: any chord has a note in it.</summary>
    public const int Narrowest = 12;

    private const int HighestPitch = 127;

    /// <summary>A pianist's right hand, C4 to D6, above the chords, with its middle at C#5.</summary>
    public static Register RightHand { get; } = new(60, 86);

    /// <summary>The lowest MIDI note number.</summary>
    public int Lowest { get; } = Lowest >= 0 && Highest <= HighestPitch && Highest - Lowest >= Narrowest
        ? Lowest
        : throw new MusicException($"a range from {Lowest} to {Highest} can't be played in: give an octave or more between 0 and {HighestPitch}");

    /// <summary>How many pitches there are.</summary>
    public int Size => Highest - Lowest + 1;

    /// <summary>The pitch that lines are drawn towards.</summary>
    public int Middle => (Lowest + Highest) / 2;

    /// <summary>All pitches, ascending.</summary>
    public IEnumerable<int> Pitches => Enumerable.Range(Lowest, Size);

    /// <summary>Whether a pitch may follow another.</summary>
    /// <param name="pitch">A pitch of the register.</param>
    /// <param name="previous">The pitch before, or null at the start.</param>
    /// <param name="strikes">How often that has been struck in a row.</param>
    /// <returns>False if it is out of reach or struck too often. An octave and more of the register may always follow.</returns>
    public static bool MayFollow(int pitch, int? previous, int strikes) =>
        previous is not { } before || (Math.Abs(pitch - before) <= WidestStep && (pitch != before || strikes < MostStrikes));
}
