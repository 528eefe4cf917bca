namespace GpuJazz.Music;

/// <summary>The reading of any other file: one part's melody over another's chords, from the first to the last.</summary>
internal static class WholeTuneReading
{
    private const string MelodyName = "Melody";
    private const string ChordsName = "Chords";

    /// <summary>Which parts it takes.</summary>
    public static string Describe(PartMusic music) => $"whole tune: melody from {music.Melody}, chords from {music.Chords}";

    /// <summary>The parts whose names say what they are, or null: the project's own tunes and solos have them.</summary>
    public static (MidiPart Melody, MidiPart Chords)? NamedParts(IReadOnlyList<MidiPart> parts)
    {
        var melody = parts.FirstOrDefault(part => part.Name.Equals(MelodyName, StringComparison.OrdinalIgnoreCase));
        var chords = parts.FirstOrDefault(part => part.Name.Equals(ChordsName, StringComparison.OrdinalIgnoreCase));
        return melody is not null && chords is not null ? (melody, chords) : null;
    }

    /// <summary>All measures from the first to the last in which a note or a chord starts.</summary>
    public static IReadOnlyList<Measure> Measures(PartMusic music, Beats measureLength)
    {
        var starts = music.Notes.Select(element => element.Start).Concat(music.Changes.Select(chord => chord.Start)).ToArray();
        var (first, last) = (starts.Min().DividedBy(measureLength), starts.Max().DividedBy(measureLength));
        return MeasureGrouping.Group(Enumerable.Range(first, last - first + 1), music.Notes, music.Changes, measureLength);
    }
}
