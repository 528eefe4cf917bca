namespace GpuJazz.Music;

/// <summary>A written pitch: <c>^F</c>, <c>_b'</c>, <c>=C,</c>.</summary>
/// <param name="Natural">The MIDI note number of its letter and octave, without accidental or key.</param>
/// <param name="Sounding">The MIDI note number that sounds, 0 to 127.</param>
internal readonly record struct AbcPitch(int Natural, int Sounding)
{
    private const string Letters = "CDEFGAB";
    private const int MiddleC = 60;
    private static readonly int[] Semitones = [0, 2, 4, 5, 7, 9, 11];

    /// <summary>Reads a pitch.</summary>
    /// <param name="cursor">Where it stands.</param>
    /// <param name="bar">The bar, which remembers accidentals.</param>
    /// <param name="key">The key.</param>
    /// <param name="tied">Pitches that a tie leads to: the note that goes on keeps its accidental across the bar line.</param>
    /// <returns>The pitch.</returns>
    public static AbcPitch Read(AbcCursor cursor, AbcBarBuilder bar, AbcKey key, IReadOnlyList<AbcPitch> tied)
    {
        var start = cursor.Copy();
        var accidental = Accidental(cursor);
        var sign = cursor.Current;
        var letter = Letters.IndexOf(char.ToUpperInvariant(sign), StringComparison.Ordinal);
        if (letter < 0) throw Refused(cursor, sign);
        cursor.Next();
        var natural = MiddleC + Semitones[letter] + (char.IsAsciiLetterLower(sign) ? 12 : 0);
        for (; cursor.Current is '\'' or ','; cursor.Next()) natural += cursor.Current == ',' ? -12 : 12;
        if (accidental is { } written) bar.SetAccidental(letter, written);
        var pitch = new AbcPitch(natural, natural + bar.AccidentalOf(letter, key));
        if (accidental is null) pitch = tied.FirstOrDefault(from => from.Natural == natural, pitch);
        return pitch.Sounding is >= 0 and <= 127
            ? pitch
            : throw start.Error("this note is out of MIDI's range: write it nearer to middle C, which is C");
    }

    private static int? Accidental(AbcCursor cursor)
    {
        if (cursor.Take('=')) return 0;
        if (cursor.Take('^')) return cursor.Take('^') ? 2 : 1;
        if (cursor.Take('_')) return cursor.Take('_') ? -2 : -1;
        return null;
    }

    private static MusicException Refused(AbcCursor cursor, char sign) => sign switch
    {
        '&' => cursor.Error("several voices at once (&) are not read: write one melody, with [CEG] for notes together"),
        '\0' => cursor.Error("the line ends where a note is expected: write one, as in ^F or z"),
        _ => cursor.Error($"'{sign}' is not understood here: write a note (A to g), a rest (z), a bar line or a chord symbol in quotes"),
    };
}
