using System.Globalization;

namespace GpuJazz.Music;

/// <summary>One word of the language that is learned: <c>C,0.500</c>, <c>R,0.083</c> or <c>S,0.250,&lt;d4,M-2&gt;</c>.</summary>
/// <param name="Type">What the note is to its chord, or a rest.</param>
/// <param name="Duration">How long it lasts; not the time to the next note.</param>
/// <param name="Up">The interval from the previous note plus a minor third, or null if there is no bracket.</param>
/// <param name="Down">The interval from the previous note minus a minor third; null exactly if <paramref name="Up"/> is.</param>
public readonly record struct Token(ToneType Type, Beats Duration, Interval? Up = null, Interval? Down = null)
{
    // In the order of ToneType.
    private const string Letters = "RCSAX";

    // Twelfths of a beat that are printed with three decimals are off by at most half of the last.
    private const decimal PrintedError = 0.0005m * Beats.PerQuarter;

    /// <summary>Reads a token.</summary>
    /// <param name="text">The text; its duration may have any number of decimals that means a whole number of twelfths.</param>
    /// <returns>The token.</returns>
    /// <exception cref="MusicException">The text is no token.</exception>
    public static Token Parse(string text)
    {
        var fields = text.Split(',');
        if (fields.Length is not (2 or 4) || fields[0].Length != 1) throw NotAToken(text);
        var type = Letters.IndexOf(fields[0][0], StringComparison.Ordinal);
        if (type < 0 || ParseBeats(fields[1]) is not { Twelfths: > 0 } duration) throw NotAToken(text);
        if (fields.Length == 2) return new Token((ToneType)type, duration);

        var isBracket = fields[2].StartsWith('<') & fields[3].EndsWith('>');
        return isBracket && Interval.TryParse(fields[2][1..], out var up) && Interval.TryParse(fields[3][..^1], out var down)
            ? new Token((ToneType)type, duration, up, down)
            : throw NotAToken(text);
    }

    /// <summary>The token as text, with three decimals.</summary>
    /// <returns>Its only spelling: equal tokens have equal texts.</returns>
    public override string ToString() =>
        Up is { } up && Down is { } down ? $"{Letters[(int)Type]},{Duration},<{up},{down}>" : $"{Letters[(int)Type]},{Duration}";

    /// <summary>Reads a number of beats as tokens print it.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A whole number of twelfths, from zero to what music may last; null if it is none.</returns>
    internal static Beats? ParseBeats(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var beats)) return null;
        if (beats is < 0 or > Quantizer.MaximumBeats) return null;
        var twelfths = Math.Round(beats * Beats.PerQuarter);
        return Math.Abs(beats * Beats.PerQuarter - twelfths) <= PrintedError ? new Beats((int)twelfths) : null;
    }

    private static MusicException NotAToken(string text) =>
        new($"'{text}' is not a token; write one such as C,0.500 or R,0.083 or S,0.250,<d4,M-2>");
}
