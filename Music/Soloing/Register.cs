namespace GpuJazz.Music;

/// <summary>Where a played solo lies: a pianist's right hand, C4 to D6, above the chords, with its middle at C#5.</summary>
internal static class Register
{
    /// <summary>The lowest pitch.</summary>
    public const int Lowest = 60;

    /// <summary>The highest pitch.</summary>
    public const int Highest = 86;

    /// <summary>How many pitches there are.</summary>
    public const int Size = Highest - Lowest + 1;

    /// <summary>The pitch that lines are drawn towards.</summary>
    public const int Middle = (Lowest + Highest) / 2;

    /// <summary>The widest step between notes that follow each other, in semitones: a major tenth.</summary>
    public const int WidestStep = 16;

    /// <summary>How often a pitch may be struck in a row.</summary>
    public const int MostStrikes = 3;

    /// <summary>Whether a pitch may follow another.</summary>
    /// <param name="pitch">A pitch of the register.</param>
    /// <param name="previous">The pitch before, or null at the start.</param>
    /// <param name="strikes">How often that has been struck in a row.</param>
    /// <returns>False if it is out of reach or struck too often. An octave and more of the register may always follow.</returns>
    public static bool MayFollow(int pitch, int? previous, int strikes) =>
        previous is not { } before || (Math.Abs(pitch - before) <= WidestStep && (pitch != before || strikes < MostStrikes));
}
