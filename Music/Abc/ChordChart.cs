namespace GpuJazz.Music;

/// <summary>Chord changes written on one line: <c>| Dm7 | G7 | Cmaj7 | % |</c>.</summary>
/// <remarks>
/// Bars stand between <c>|</c> (the outer ones may be left out). The chords of a bar, apart by spaces, share it evenly; <c>/</c> holds
/// the chord before it for another share; <c>%</c> alone repeats the bar before.
/// </remarks>
public static class ChordChart
{
    /// <summary>Whether a text without bar lines is to be taken for a chart of one bar: a word of it is a chord.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether <see cref="Parse"/> is the one to read it, or to say what is wrong with it.</returns>
    public static bool HasChord(string text) => Words(text).Any(word => ChordSymbol.TryParse(word) is { IsNone: false });

    /// <summary>Reads a chart.</summary>
    /// <param name="text">The chart.</param>
    /// <param name="name">Where it comes from, for errors: a file or an option.</param>
    /// <param name="measureLength">The length of a measure.</param>
    /// <returns>The chords by measure, at least one in each; starts count from the start of their measure.</returns>
    /// <exception cref="MusicException">Something in it is not understood; the message names the bar, from 1.</exception>
    public static IReadOnlyList<IReadOnlyList<Chord>> Parse(string text, string name, Beats measureLength)
    {
        var bars = text.Trim().Trim('|').Split('|');
        var measures = new List<IReadOnlyList<Chord>>();
        IReadOnlyList<int> pitches = [];
        for (var bar = 1; bar <= bars.Length; bar++)
        {
            var words = Words(bars[bar - 1]);
            var place = $"{name}, bar {bar}";
            if (words.Length == 0)
                throw new MusicException($"{place}: there is no chord: write one, or % for the bar before, as in | Dm7 G7 | Cmaj7 | % |");
            if (words is ["%"])
            {
                if (measures.Count == 0) throw new MusicException($"{place}: % repeats the bar before, and there is none: write a chord");
                measures.Add(measures[^1]);
                continue;
            }

            if (measureLength.Twelfths % words.Length != 0)
                throw new MusicException($"{place}: {words.Length} chords can't share the measure evenly: write 1, 2, 3 or 4");
            measures.Add(Measure(words, place, new Beats(measureLength.Twelfths / words.Length), ref pitches));
        }

        return measures;
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static List<Chord> Measure(string[] words, string place, Beats share, ref IReadOnlyList<int> pitches)
    {
        var chords = new List<Chord>();
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == "/")
            {
                if (chords.Count == 0) throw new MusicException($"{place}: / holds the chord before it in the bar: write a chord first");
                chords[^1] = chords[^1] with { Length = chords[^1].Length + share };
                continue;
            }

            pitches = ChordVoicing.After(pitches, Symbol(words[i], place));
            chords.Add(new Chord(share * i, share, pitches));
        }

        return chords;
    }

    private static ChordSymbol Symbol(string word, string place)
    {
        try
        {
            var symbol = ChordSymbol.Parse(word);
            return !symbol.IsNone ? symbol : throw new MusicException("a solo needs a chord: write one in place of N.C.");
        }
        catch (MusicException error)
        {
            throw new MusicException($"{place}: {error.Message}", error);
        }
    }
}
