namespace GpuJazz.Music;

/// <summary>What a piano's key is called.</summary>
internal static class PitchName
{
    private static readonly string[] Names = ["C", "D♭", "D", "E♭", "E", "F", "G♭", "G", "A♭", "A", "B♭", "B"];

    /// <summary>Name and octave: 60 is C4, 70 is B♭4.</summary>
    /// <param name="pitch">MIDI note number.</param>
    /// <returns>The name.</returns>
    public static string Of(int pitch) => FormattableString.Invariant($"{OfClass(pitch % 12)}{(pitch / 12) - 1}");

    /// <summary>The name without an octave.</summary>
    /// <param name="pitchClass">0 for C to 11 for B.</param>
    /// <returns>The name.</returns>
    public static string OfClass(int pitchClass) => Names[pitchClass];

    /// <summary>Whether its key is black.</summary>
    /// <param name="pitch">MIDI note number; may be just outside 0 to 127.</param>
    public static bool IsBlackKey(int pitch) => ((pitch % 12) + 12) % 12 is 1 or 3 or 6 or 8 or 10;
}
