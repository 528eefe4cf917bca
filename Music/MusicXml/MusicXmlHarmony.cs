using System.Xml.Linq;

namespace GpuJazz.Music;

/// <summary>Reads chord symbols: root, kind, degrees and bass.</summary>
internal static class MusicXmlHarmony
{
    private const string Names = "C Db D Eb E F F# G Ab A Bb B";
    private static readonly string[] NameOf = Names.Split(' ');
    private static readonly int[] LetterSemitones = [9, 11, 0, 2, 4, 5, 7];

    // The kinds of the standard, in the words of chord symbols. Sixths of Italy and Germany sound as a seventh.
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["major"] = "",
        ["minor"] = "m",
        ["augmented"] = "aug",
        ["diminished"] = "dim",
        ["dominant"] = "7",
        ["major-seventh"] = "maj7",
        ["minor-seventh"] = "m7",
        ["diminished-seventh"] = "dim7",
        ["augmented-seventh"] = "aug7",
        ["half-diminished"] = "m7b5",
        ["major-minor"] = "mMaj7",
        ["major-sixth"] = "6",
        ["minor-sixth"] = "m6",
        ["dominant-ninth"] = "9",
        ["major-ninth"] = "maj9",
        ["minor-ninth"] = "m9",
        ["dominant-11th"] = "11",
        ["major-11th"] = "maj9",
        ["minor-11th"] = "m11",
        ["dominant-13th"] = "13",
        ["major-13th"] = "maj13",
        ["minor-13th"] = "m13",
        ["suspended-second"] = "sus2",
        ["suspended-fourth"] = "sus4",
        ["power"] = "5",
        ["Neapolitan"] = "",
        ["Italian"] = "7",
        ["German"] = "7",
    };

    /// <summary>Reads a chord symbol.</summary>
    /// <param name="harmony">The element.</param>
    /// <param name="transposition">Semitones from the written note to the sounding one.</param>
    /// <returns>The chord, or null if it says none that is known: then the one before it goes on.</returns>
    public static ChordSymbol? Read(XElement harmony, int transposition)
    {
        if (harmony.Element("kind") is not { } kind) return null;
        if (kind.Value.Trim() == "none") return ChordSymbol.Parse("N.C.");
        if (Note(harmony.Element("root"), "root", transposition) is not { } root) return null;

        var bass = Note(harmony.Element("bass"), "bass", transposition) is { } low ? "/" + low : "";
        var written = kind.Attribute("text")?.Value.Trim();
        var plain = Kinds.GetValueOrDefault(kind.Value.Trim());
        string?[] kinds = [plain is null ? null : plain + Degrees(harmony), plain, string.IsNullOrEmpty(written) ? null : written];
        return kinds.Where(each => each is not null).Select(each => ChordSymbol.TryParse(root + each + bass)).FirstOrDefault(symbol => symbol is not null);
    }

    private static string? Note(XElement? element, string prefix, int transposition)
    {
        if (element?.Text($"{prefix}-step") is not [>= 'A' and <= 'G' and var letter]) return null;
        var pitch = LetterSemitones[letter - 'A'] + element.Whole($"{prefix}-alter", -2, 2) + transposition;
        return NameOf[(pitch % 12 + 12) % 12];
    }

    // b9, #11 and their like; a note that is added as it is in the scale is written add9.
    private static string Degrees(XElement harmony) => string.Concat(harmony.Elements("degree").Select(degree =>
    {
        var alter = degree.Whole("degree-alter", -1, 1);
        var sign = alter < 0 ? "b" : alter > 0 ? "#" : "add";
        return degree.Text("degree-type") is "add" or "alter" ? sign + degree.Text("degree-value") : "";
    }));
}
