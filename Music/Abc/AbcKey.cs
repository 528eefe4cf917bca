namespace GpuJazz.Music;

/// <summary>A key signature.</summary>
/// <param name="Fifths">Its number of sharps, or of flats if negative: −7 to 7.</param>
/// <param name="IsMinor">Whether it is a minor key and not a major key or another mode.</param>
internal sealed record AbcKey(int Fifths, bool IsMinor)
{
    private const string Letters = "CDEFGAB";

    // The order in which sharps are added; flats are added in the opposite order.
    private const string SharpOrder = "FCGDAEB";

    // A mode, and how many fifths its signature lies above that of the major key on the same note.
    private static readonly (string Name, int Fifths)[] Modes =
    [
        ("maj", 0), ("ion", 0), ("mix", -1), ("dor", -2), ("min", -3), ("aeo", -3), ("phr", -4), ("loc", -5), ("lyd", 1),
    ];

    /// <summary>The signature's accidental for a letter.</summary>
    /// <param name="letter">The letter, from C = 0 to B = 6.</param>
    /// <returns>1 for a sharp, −1 for a flat, else 0.</returns>
    public int AccidentalOf(int letter)
    {
        var place = SharpOrder.IndexOf(Letters[letter], StringComparison.Ordinal);
        return place < Fifths ? 1 : 6 - place < -Fifths ? -1 : 0;
    }

    /// <summary>Reads a K: field: <c>C</c>, <c>Bb</c>, <c>F#m</c>, <c>D dorian</c>, <c>none</c>. A clef after it is not needed.</summary>
    /// <param name="field">The place after the colon.</param>
    /// <returns>The key.</returns>
    public static AbcKey Parse(AbcCursor field)
    {
        var words = field.Rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var text = string.Concat(words.TakeWhile(word => !word.Contains('=', StringComparison.Ordinal)));
        if (text.Length == 0 || text.Equals("none", StringComparison.OrdinalIgnoreCase)) return new AbcKey(0, false);
        var fifths = SharpOrder.IndexOf(text[0], StringComparison.Ordinal) - 1;
        if (fifths < -1) throw Refused();
        var accidental = text.Length > 1 ? text[1] : '\0';
        if (accidental == '#') fifths += 7;
        if (accidental == 'b') fifths -= 7;
        var mode = text[(accidental is '#' or 'b' ? 2 : 1)..];
        var isMinor = mode == "m" || StartsWith("min") || StartsWith("aeo");
        if (mode == "m")
        {
            fifths -= 3;
        }
        else if (mode.Length > 0)
        {
            var known = Array.FindIndex(Modes, item => StartsWith(item.Name));
            if (known < 0) throw Refused();
            fifths += Modes[known].Fifths;
        }

        if (Math.Abs(fifths) > 7)
            throw field.Error($"the key {text} needs more than seven accidentals: write it with the other spelling");
        return new AbcKey(fifths, isMinor);

        bool StartsWith(string name) => mode.StartsWith(name, StringComparison.OrdinalIgnoreCase);
        MusicException Refused() =>
            field.Error($"K:{text} is no key: write a note A to G, # or b, and a mode (m, dor, phr, lyd, mix, loc), as in K:Bb or K:D dor");
    }
}
