namespace GpuJazz.Music;

/// <summary>The kinds of chord that chord symbols name, with the spellings of each.</summary>
internal static class ChordKinds
{
    /// <summary>What a chord symbol may be, for messages.</summary>
    public const string Accepted =
        "a note A to G with # or b; then nothing, m, dim, aug, sus4, sus2, 5, 6, m6, 6/9, m6/9, 7, maj7, m7, mMaj7, m7b5, dim7, aug7, " +
        "7sus4, 9, maj9, m9, 11, m11, 13, maj13, m13, 7alt or add9; then changes such as b5, #5, b9, #9, #11, b13, in brackets or not; " +
        "then a bass as in /E; or N.C.";

    // Each kind: its usual name, its other names, and its notes in semitones above the root, in thirds.
    private static readonly (string Name, string Others, int[] Intervals)[] Kinds =
    [
        ("", "maj Maj M ma", [0, 4, 7]),
        ("m", "min mi -", [0, 3, 7]),
        ("dim", "o °", [0, 3, 6]),
        ("aug", "+", [0, 4, 8]),
        ("sus4", "sus", [0, 5, 7]),
        ("sus2", "", [0, 2, 7]),
        ("5", "", [0, 7]),
        ("6", "maj6 M6 ma6", [0, 4, 7, 9]),
        ("m6", "min6 mi6 -6", [0, 3, 7, 9]),
        ("6/9", "69 6add9", [0, 4, 7, 9, 14]),
        ("m6/9", "m69 min6/9 -6/9 -69", [0, 3, 7, 9, 14]),
        ("7", "dom7", [0, 4, 7, 10]),
        ("maj7", "Maj7 M7 ma7 Ma7 j7 Δ Δ7", [0, 4, 7, 11]),
        ("m7", "min7 mi7 -7", [0, 3, 7, 10]),
        ("mMaj7", "mmaj7 m(maj7) m(Maj7) mM7 minmaj7 minMaj7 -maj7 -Maj7 -M7 -Δ -Δ7", [0, 3, 7, 11]),
        ("m7b5", "min7b5 mi7b5 -7b5 ø ø7 h7", [0, 3, 6, 10]),
        ("dim7", "o7 °7", [0, 3, 6, 9]),
        ("aug7", "+7", [0, 4, 8, 10]),
        ("7sus4", "7sus sus7", [0, 5, 7, 10]),
        ("9sus4", "9sus", [0, 5, 7, 10, 14]),
        ("add9", "", [0, 4, 7, 14]),
        ("madd9", "minadd9 -add9", [0, 3, 7, 14]),
        ("9", "", [0, 4, 7, 10, 14]),
        ("maj9", "Maj9 M9 ma9 Δ9", [0, 4, 7, 11, 14]),
        ("m9", "min9 mi9 -9", [0, 3, 7, 10, 14]),
        ("11", "", [0, 7, 10, 14, 17]),
        ("m11", "min11 mi11 -11", [0, 3, 7, 10, 14, 17]),
        ("13", "", [0, 4, 7, 10, 14, 21]),
        ("maj13", "Maj13 M13 ma13 Δ13", [0, 4, 7, 11, 14, 21]),
        ("m13", "min13 mi13 -13", [0, 3, 7, 10, 14, 21]),
        ("7alt", "alt", [0, 4, 8, 10, 13]),
    ];

    // A change of a chord's fifth, or a note added to it: the degree, and its semitones in a major scale.
    private static readonly (string Degree, int Semitones)[] Degrees = [("5", 7), ("9", 14), ("11", 17), ("13", 21)];

    private static readonly Dictionary<string, (string Name, int[] Intervals)> Named =
        Kinds.SelectMany(kind => kind.Others.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend(kind.Name)
            .Select(name => (Key: name, Value: (kind.Name, kind.Intervals)))).ToDictionary(StringComparer.Ordinal);

    // Letters that look or mean the same, as lead sheets and their fonts have them: ^7 and the increment sign are a major seventh.
    private static readonly (char Written, char Meant)[] Alike = [('^', 'Δ'), ('∆', 'Δ'), ('Ø', 'ø'), ('º', '°'), ('−', '-'), ('–', '-')];

    /// <summary>Reads what stands after a chord's root.</summary>
    /// <param name="text">The text, without the root and the bass.</param>
    /// <returns>The usual name and the notes in semitones above the root, lowest first; null if it is not known.</returns>
    public static (string Name, IReadOnlyList<int> Intervals)? Parse(string text)
    {
        foreach (var (written, meant) in Alike) text = text.Replace(written, meant);

        // The longest kind that leaves only changes: m7b5 is a kind, m7 with b5 is the same, 7b9 is 7 with b9.
        for (var length = text.Length; length >= 0; length--)
        {
            if (Named.TryGetValue(text[..length], out var kind) &&
                Changed(kind.Intervals, text[length..], out var changes) is { } intervals)
                return (kind.Name + changes, intervals);
        }

        return null;
    }

    private static int[]? Changed(int[] intervals, string text, out string changes)
    {
        changes = "";
        var notes = new SortedSet<int>(intervals);
        var left = string.Concat(text.Split('(', ')', ',', ' '));
        if (text.Length > 0 && left.Length == 0) return null;
        while (left.Length > 0)
        {
            var shift = left[0] switch { 'b' or '♭' or '-' => -1, '#' or '♯' or '+' => 1, _ => 0 };
            var degree = Array.FindIndex(Degrees, item => left[1..].StartsWith(item.Degree, StringComparison.Ordinal));
            if (shift == 0 || degree < 0) return null;
            var (name, semitones) = Degrees[degree];
            notes.Remove(semitones);
            notes.Add(semitones + shift);
            changes += (shift < 0 ? "b" : "#") + name;
            left = left[(1 + name.Length)..];
        }

        return [.. notes];
    }
}
