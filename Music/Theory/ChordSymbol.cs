namespace GpuJazz.Music;

/// <summary>A chord as musicians write it: <c>Dm7</c>, <c>G7(b9)</c>, <c>Cmaj7/E</c>, or <c>N.C.</c> for none.</summary>
public sealed record ChordSymbol
{
    // Semitones of the letters A to G above C.
    private static readonly int[] LetterSemitones = [9, 11, 0, 2, 4, 5, 7];

    private ChordSymbol(string text, int root, string quality, IReadOnlyList<int> intervals, int bass)
    {
        Text = text;
        Root = root;
        Quality = quality;
        Intervals = intervals;
        Bass = bass;
    }

    /// <summary>The symbols that are understood, in words, for messages.</summary>
    public static string Accepted => ChordKinds.Accepted;

    /// <summary>The symbol as it was written.</summary>
    public string Text { get; }

    /// <summary>The root's pitch class, 0 (C) to 11 (B).</summary>
    public int Root { get; }

    /// <summary>The kind of chord by its usual name: empty for a major triad, <c>m7</c>, <c>7b9</c>.</summary>
    public string Quality { get; }

    /// <summary>The notes in semitones above the root, lowest first: 0 3 7 10 for m7, 14 for a ninth; empty for N.C.</summary>
    public IReadOnlyList<int> Intervals { get; }

    /// <summary>The bass's pitch class, 0 to 11; the root unless the symbol names another.</summary>
    public int Bass { get; }

    /// <summary>Whether no chord is to sound.</summary>
    public bool IsNone => Intervals.Count == 0;

    /// <summary>The chord alone, as MIDI note numbers: its bass low, the others close together around middle C. Empty for N.C.</summary>
    public IReadOnlyList<int> Pitches => ChordVoicing.First(this);

    /// <summary>Reads a chord symbol.</summary>
    /// <param name="text">The symbol; <see cref="Accepted"/> says what it may be.</param>
    /// <returns>The chord.</returns>
    /// <exception cref="MusicException">It is not understood; the message says what is.</exception>
    public static ChordSymbol Parse(string text) => TryParse(text) ?? throw Refused(text.Trim());

    /// <summary>Reads a chord symbol, if it is one.</summary>
    /// <param name="text">The symbol; <see cref="Accepted"/> says what it may be.</param>
    /// <returns>The chord, or null if it is not understood.</returns>
    public static ChordSymbol? TryParse(string text)
    {
        var symbol = text.Trim();
        if (symbol is "N.C." or "NC" or "N.C" or "n.c.") return new ChordSymbol(symbol, 0, "N.C.", [], 0);
        var position = 0;
        if (Note(symbol, ref position) is not { } root) return null;
        var bass = root;
        var end = symbol.Length;
        var slash = symbol.LastIndexOf('/');
        if (slash > 0)
        {
            // The slash of 6/9 is no bass.
            var after = slash + 1;
            if (Note(symbol, ref after) is { } named && after == symbol.Length)
            {
                bass = named;
                end = slash;
            }
        }

        return end >= position && ChordKinds.Parse(symbol[position..end]) is { } kind
            ? new ChordSymbol(symbol, root, kind.Name, kind.Intervals, bass)
            : null;
    }

    /// <summary>The symbol for some pitches.</summary>
    /// <param name="pitches">MIDI note numbers; the lowest is the bass.</param>
    /// <returns>The chord that they are heard as; null if it would have to leave one of them unexplained, or they are fewer than two notes.</returns>
    public static ChordSymbol? Naming(IReadOnlyCollection<int> pitches) => ChordTemplates.Naming(pitches);

    /// <inheritdoc/>
    public override string ToString() => Text;

    // A letter and an accidental: its pitch class, and the position after it.
    private static int? Note(string text, ref int position)
    {
        if (position >= text.Length || text[position] is < 'A' or > 'G') return null;
        var semitones = LetterSemitones[text[position++] - 'A'];
        if (position < text.Length && text[position] is '#' or '♯') semitones++;
        else if (position < text.Length && text[position] is 'b' or '♭') semitones--;
        else return semitones;
        position++;
        return (semitones + 12) % 12;
    }

    private static MusicException Refused(string symbol) => new($"the chord symbol '{symbol}' is not understood: write {Accepted}");
}
