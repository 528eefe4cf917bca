namespace GpuJazz.Music;

/// <summary>The reading of a file whose parts say by their names what they are: the melody over the chords, from the first to the last.</summary>
internal static class WholeTuneReading
{
    private const string MelodyName = "Melody";
    private const string ChordsName = "Chords";

    /// <summary>The parts whose names say what they are, or null. The project's own tunes and solos have them.</summary>
    public static (MidiPart Melody, MidiPart Chords)? NamedParts(IReadOnlyList<MidiPart> parts)
    {
        var melody = parts.FirstOrDefault(part => part.Name.Equals(MelodyName, StringComparison.OrdinalIgnoreCase));
        var chords = parts.FirstOrDefault(part => part.Name.Equals(ChordsName, StringComparison.OrdinalIgnoreCase));
        return melody is not null && chords is not null ? (melody, chords) : null;
    }

    /// <summary>Everything that two parts play.</summary>
    public static ReadMusic Read((MidiPart Melody, MidiPart Chords) parts, Opening opening, RestsKind rests)
    {
        var (melody, chords) = parts;
        var music = PartMusic.Read(melody, chords, opening.TicksPerQuarter, rests);
        if (!music.HasChords)
            throw new MusicException($"{chords} has no notes that sound together; put the chords in a track of their own");

        var measures = Measures(music, opening.MeasureLength);
        return new ReadMusic(ReadMusic.Roles(melody, chords), measures, opening.MeasureLength, $"whole tune: melody from {melody}, chords from {chords}");
    }

    // All from the first to the last in which a note or a chord starts.
    private static IReadOnlyList<Measure> Measures(PartMusic music, Beats measureLength)
    {
        var starts = music.Melody.Select(element => element.Start).Concat(music.Chords.Select(chord => chord.Start)).ToArray();
        var (first, last) = (starts.Min().DividedBy(measureLength), starts.Max().DividedBy(measureLength));
        return MeasureGrouping.Group(Enumerable.Range(first, last - first + 1), music.Melody, music.Chords, measureLength);
    }
}
