namespace GpuJazz.Music;

/// <summary>Chord changes that players know by name, in the key in which they are called most often.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Key">The note that names its key.</param>
/// <param name="Chart">Its chords, as <see cref="ChordChart"/> reads them, in 4/4.</param>
public sealed record NamedForm(string Name, string Key, string Chart)
{
    private const string Preposition = " in ";
    private const int PitchClasses = 12;

    /// <summary>All forms.</summary>
    public static IReadOnlyList<NamedForm> All { get; } =
    [
        new("blues", "F", "| F7 | Bb7 | F7 | Cm7 F7 | Bb7 | Bdim7 | F7 | Am7b5 D7b9 | Gm7 | C7 | F7 D7 | Gm7 C7 |"),
        new("minor blues", "C", "| Cm7 | Fm7 | Cm7 | % | Fm7 | % | Cm7 | % | Ab7 | G7 | Cm7 | Dm7b5 G7b9 |"),
        new(
            "rhythm changes", "Bb",
            "| Bb6 G7 | Cm7 F7 | Dm7 G7 | Cm7 F7 | Fm7 Bb7 | Eb6 Edim7 | Dm7 G7 | Cm7 F7 "
            + "| Bb6 G7 | Cm7 F7 | Dm7 G7 | Cm7 F7 | Fm7 Bb7 | Eb6 Edim7 | Cm7 F7 | Bb6 "
            + "| D7 | % | G7 | % | C7 | % | F7 | % "
            + "| Bb6 G7 | Cm7 F7 | Dm7 G7 | Cm7 F7 | Fm7 Bb7 | Eb6 Edim7 | Cm7 F7 | Bb6 |"),
        new(
            "falling fifths", "G",
            "| Cm7 | F7 | Bbmaj7 | Ebmaj7 | Am7b5 | D7b9 | Gm6 | % | Cm7 | F7 | Bbmaj7 | Ebmaj7 | Am7b5 | D7b9 | Gm6 | % "
            + "| Am7b5 | D7b9 | Gm6 | % | Cm7 | F7 | Bbmaj7 | Ebmaj7 | Am7b5 | D7b9 | Gm7 C7 | Fm7 Bb7 | Ebmaj7 | D7b9 | Gm6 | % |"),
        new("two-five-one", "C", "| Dm7 | G7 | Cmaj7 | % |"),
        new("minor two-five-one", "C", "| Dm7b5 | G7b9 | Cm6 | % |"),
        new("turnaround", "C", "| Cmaj7 A7 | Dm7 G7 | Em7 A7 | Dm7 G7 |"),
        new(
            "modal", "D",
            "| Dm7 | % | % | % | % | % | % | % | Dm7 | % | % | % | % | % | % | % | Ebm7 | % | % | % | % | % | % | % | Dm7 | % | % | % | % | % | % | % |"),
        new("dominant cycle", "C", "| E7 | % | A7 | % | D7 | % | G7 | % | C7 | % |"),
        new("major thirds", "B", "| Bmaj7 D7 | Gmaj7 Bb7 | Ebmaj7 | Am7 D7 | Gmaj7 Bb7 | Ebmaj7 F#7 | Bmaj7 | C#m7 F#7 |"),
    ];

    /// <summary>Finds a form.</summary>
    /// <param name="text">Its name, in any case, words apart by spaces or hyphens; a key may follow, as in "blues in Bb".</param>
    /// <returns>The form and the pitch class of the key that was named, if one was; null if there is no such form.</returns>
    public static (NamedForm Form, int? Key)? Find(string text)
    {
        var words = Plain(text);
        var split = words.LastIndexOf(Preposition, StringComparison.OrdinalIgnoreCase);
        var key = split > 0 ? ReadKey(text.Trim()[(split + Preposition.Length)..]) : null;
        var name = key is null ? words : words[..split];
        return All.FirstOrDefault(form => Plain(form.Name).Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found ? (found, key) : null;
    }

    /// <summary>Reads the name of a key's note.</summary>
    /// <param name="text">Such as <c>Bb</c> or <c>f#</c>; an "m" or "minor" after it is passed over.</param>
    /// <returns>The pitch class, 0 (C) to 11 (B); null if it is none.</returns>
    public static int? ReadKey(string text)
    {
        var note = text.Trim();
        foreach (var mode in (string[])["minor", "major", "m"])
            if (note.Length > 1 && note.EndsWith(mode, StringComparison.Ordinal)) note = note[..^mode.Length].TrimEnd();
        const string middleOctave = "4";
        return note.Any(char.IsAsciiDigit) ? null : PitchName.Parse(note + middleOctave) % PitchClasses;
    }

    /// <summary>Its chords.</summary>
    /// <param name="key">The pitch class of the key to play it in; null for its own.</param>
    public Changes InKey(int? key)
    {
        var measure = Beats.Quarters(4);
        var changes = new Changes(ChordChart.Parse(Chart, Name, measure), measure);
        return key is { } other ? changes.Transposed(other - ReadKey(Key)!.Value) : changes;
    }

    private static string Plain(string text) => text.Trim().Replace('-', ' ');
}
