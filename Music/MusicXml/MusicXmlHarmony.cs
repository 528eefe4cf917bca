using System.Xml.Linq;

namespace GpuJazz.Music;

/// <summary>Reads chord symbols: root, kind, degrees and bass.</summary>
internal static class MusicXmlHarmony
{
    private const string Names = "C Db D Eb E F F# G Ab A Bb B";
    private static readonly string[] NameOf = Names.Split(' ');
    private static readonly int[] LetterSemitones = [9, 11, 0, 2, 4, 5, 7];

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
        var word = kind.Value.Trim();
        var plain = MusicXmlKinds.SymbolOf(word, null);
        string?[] kinds =
        [
            OnlyDegree(harmony) is { } degree ? MusicXmlKinds.SymbolOf(word, degree) : null,
            plain is null ? null : plain + Degrees(harmony),
            plain,
            string.IsNullOrEmpty(written) ? null : written,
        ];
        return kinds.Where(each => each is not null).Select(each => ChordSymbol.TryParse(root + each + bass)).FirstOrDefault(symbol => symbol is not null);
    }

    private static string? Note(XElement? element, string prefix, int transposition)
    {
        if (element?.Text($"{prefix}-step") is not [>= 'A' and <= 'G' and var letter]) return null;
        var pitch = LetterSemitones[letter - 'A'] + element.Whole($"{prefix}-alter", -2, 2) + transposition;
        return NameOf[(pitch % 12 + 12) % 12];
    }

    // The note of a chord that is told beside its kind, if there is just one and it is added.
    private static (int Value, int Alter)? OnlyDegree(XElement harmony) =>
        harmony.Elements("degree").ToArray() is [var degree] && degree.Text("degree-type") == "add"
            ? (degree.Whole("degree-value", 1, 13), degree.Whole("degree-alter", -1, 1))
            : null;

    // b9, #11 and their like; a note that is added as it is in the scale is written add9.
    private static string Degrees(XElement harmony) => string.Concat(harmony.Elements("degree").Select(degree =>
    {
        var alter = degree.Whole("degree-alter", -1, 1);
        var sign = alter < 0 ? "b" : alter > 0 ? "#" : "add";
        return degree.Text("degree-type") is "add" or "alter" ? sign + degree.Text("degree-value") : "";
    }));
}
