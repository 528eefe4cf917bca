using System.Globalization;

namespace GpuJazz.Music;

/// <summary>One word of the language of pitches and places: <c>74,0.500@1.500</c>, or a rest, <c>R,0.500@2.000</c>.</summary>
/// <remarks>It reads "pitch 74, half a beat long, at one and a half beats into the bar"; the bar's first beat is at 0.</remarks>
/// <param name="Pitch">MIDI note number, 0 to 127, or null for a rest.</param>
/// <param name="Duration">How long it lasts; greater than zero.</param>
/// <param name="Position">When it begins, from the start of its bar; not negative.</param>
public readonly record struct AbsoluteToken(int? Pitch, Beats Duration, Beats Position)
{
    /// <summary>What stands before the position, and in no <see cref="Token"/>.</summary>
    internal const char At = '@';

    private const string Rest = "R";
    private const int HighestPitch = 127;

    /// <summary>Reads a token.</summary>
    /// <param name="text">The text; its times may have any number of decimals that mean a whole number of twelfths.</param>
    /// <returns>The token.</returns>
    /// <exception cref="MusicException">The text is no such token.</exception>
    public static AbsoluteToken Parse(string text)
    {
        var (comma, at) = (text.IndexOf(',', StringComparison.Ordinal), text.IndexOf(At, StringComparison.Ordinal));
        return comma > 0 && at > comma
            && PitchOf(text[..comma]) is (true, var pitch)
            && Token.ParseBeats(text[(comma + 1)..at]) is { Twelfths: > 0 } duration
            && Token.ParseBeats(text[(at + 1)..]) is { } position
                ? new AbsoluteToken(pitch, duration, position)
                : throw new MusicException($"'{text}' is not a token; write one such as 74,0.500@1.500 or R,0.500@2.000");
    }

    /// <summary>The token as text, with three decimals.</summary>
    /// <returns>Its only spelling: equal tokens have equal texts.</returns>
    public override string ToString() =>
        $"{Pitch?.ToString(CultureInfo.InvariantCulture) ?? Rest},{Duration}{At}{Position}";

    private static (bool IsPitch, int? Pitch) PitchOf(string text)
    {
        if (text == Rest) return (true, null);
        var isPitch = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pitch) && pitch <= HighestPitch;
        return (isPitch, isPitch ? pitch : null);
    }
}
