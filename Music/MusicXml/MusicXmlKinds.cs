namespace GpuJazz.Music;

/// <summary>A kind of chord in MusicXML and in chord symbols.</summary>
/// <param name="Kind">MusicXML's word.</param>
/// <param name="Symbol">What <see cref="ChordSymbol"/> calls it, after the root.</param>
/// <param name="Suffix">What a score prints after the root; null if chords are never written as this kind.</param>
/// <param name="Degree">A note that MusicXML's kind has not and is told beside it: its degree, and how it is altered; null if there is none.</param>
internal sealed record MusicXmlKind(string Kind, string Symbol, string? Suffix, (int Value, int Alter)? Degree = null)
{
    /// <summary>Its notes in semitones above the root, within an octave.</summary>
    public IReadOnlyList<int> Intervals { get; } = [.. ChordKinds.Parse(Symbol)!.Value.Intervals.Select(interval => interval % 12)];
}

/// <summary>The one table of kinds of chord, by which scores are read and written.</summary>
internal static class MusicXmlKinds
{
    /// <summary>All kinds; of those that fit a chord as well the first is written.</summary>
    public static IReadOnlyList<MusicXmlKind> All { get; } =
    [
        new("major", "", ""),
        new("minor", "m", "m"),
        new("dominant", "7", "7"),
        new("minor-seventh", "m7", "m7"),
        new("major-seventh", "maj7", "maj7"),
        new("half-diminished", "m7b5", "m7b5"),
        new("diminished-seventh", "dim7", "dim7"),
        new("diminished", "dim", "dim"),
        new("augmented", "aug", "+"),
        new("major-sixth", "6", "6"),
        new("minor-sixth", "m6", "m6"),
        new("major-minor", "mMaj7", "mMaj7"),
        new("augmented-seventh", "aug7", "7#5"),
        new("dominant-ninth", "9", "9"),
        new("minor-ninth", "m9", "m9"),
        new("major-ninth", "maj9", "maj9"),
        new("dominant", "7b9", "7b9", (9, -1)),
        new("dominant", "7#9", "7#9", (9, 1)),
        new("dominant-13th", "13", "13"),
        new("suspended-fourth", "sus4", "sus4"),
        new("suspended-fourth", "7sus4", "7sus4", (7, 0)),
        new("suspended-second", "sus2", "sus2"),
        new("power", "5", "5"),

        // Read alone: what is written is plainer. Sixths of Italy and Germany sound as a seventh.
        new("dominant-11th", "11", null),
        new("major-11th", "maj9", null),
        new("minor-11th", "m11", null),
        new("major-13th", "maj13", null),
        new("minor-13th", "m13", null),
        new("Neapolitan", "", null),
        new("Italian", "7", null),
        new("German", "7", null),
    ];

    /// <summary>Those that chords are written as.</summary>
    public static IReadOnlyList<MusicXmlKind> Written { get; } = [.. All.Where(kind => kind.Suffix is not null)];

    /// <summary>What a chord symbol calls a kind.</summary>
    /// <param name="kind">MusicXML's word.</param>
    /// <param name="degree">The one note told beside it, or null for none.</param>
    /// <returns>The symbol after the root; null if there is no such kind with such a note.</returns>
    public static string? SymbolOf(string kind, (int Value, int Alter)? degree) =>
        All.FirstOrDefault(each => each.Kind == kind && each.Degree == degree)?.Symbol;
}
