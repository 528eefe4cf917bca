using System.Globalization;

namespace GpuJazz.Music;

/// <summary>What a piano's key is called.</summary>
public static class PitchName
{
    // Semitones of the letters A to G above C.
    private static readonly int[] LetterSemitones = [9, 11, 0, 2, 4, 5, 7];

    private static readonly string[] Names = ["C", "D♭", "D", "E♭", "E", "F", "G♭", "G", "A♭", "A", "B♭", "B"];

    /// <summary>Name and octave: 60 is C4, 70 is B♭4.</summary>
    /// <param name="pitch">MIDI note number.</param>
    /// <returns>The name.</returns>
    public static string Of(int pitch) => FormattableString.Invariant($"{OfClass(pitch % 12)}{(pitch / 12) - 1}");

    /// <summary>The name without an octave.</summary>
    /// <param name="pitchClass">0 for C to 11 for B.</param>
    /// <returns>The name.</returns>
    public static string OfClass(int pitchClass) => Names[pitchClass];

    /// <summary>Reads a name with its octave, <c>C4</c>, <c>Bb3</c>, <c>F#5</c>, or a MIDI note number.</summary>
    /// <param name="text">The text.</param>
    /// <returns>MIDI note number, or null if it is none.</returns>
    public static int? Parse(string text)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pitch))
        {
            if (text.Length < 2 || char.ToUpperInvariant(text[0]) is not (>= 'A' and <= 'G' and var letter)) return null;
            var shift = text[1] switch { '#' or '♯' => 1, 'b' or '♭' => -1, _ => 0 };
            if (!int.TryParse(text[(shift == 0 ? 1 : 2)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var octave)) return null;
            if (octave is < -1 or > 9) return null;
            pitch = (12 * (octave + 1)) + LetterSemitones[letter - 'A'] + shift;
        }

        return pitch is >= 0 and <= 127 ? pitch : null;
    }

    /// <summary>Whether its key is black.</summary>
    /// <param name="pitch">MIDI note number; may be just outside 0 to 127.</param>
    public static bool IsBlackKey(int pitch) => ((pitch % 12) + 12) % 12 is 1 or 3 or 6 or 8 or 10;
}
