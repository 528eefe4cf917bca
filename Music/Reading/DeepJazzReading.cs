namespace GpuJazz.Music;

/// <summary>The reading that the published figures come from: part 5 over part 0, beats 476 to 548, in measures of four beats.</summary>
internal static class DeepJazzReading
{
    /// <summary>The index of the part with the melody.</summary>
    public const int MelodyPart = 5;

    private const int ChordPart = 0;
    private const int FirstBeat = 476;
    private const int LastBeat = 548;

    // Whatever the file says.
    private static readonly Beats measureLength = Beats.Quarters(4);

    /// <summary>Melody and chords of the window, or null and why this file has none there.</summary>
    public static ReadMusic? Read(IReadOnlyList<MidiPart> parts, Opening opening, RestsKind rests, out string whyNot)
    {
        if (parts.Count <= MelodyPart)
        {
            whyNot = $"the deepjazz reading takes its melody from the sixth part with notes, and there are {parts.Count}";
            return null;
        }

        var (melody, chords) = (parts[MelodyPart], parts[ChordPart]);
        var music = PartMusic.Read(melody, chords, opening.TicksPerQuarter, rests)
            .Between(Beats.Quarters(FirstBeat), Beats.Quarters(LastBeat));
        whyNot = $"the deepjazz reading takes beats {FirstBeat} to {LastBeat}, and there "
            + (music.HasNotes ? $"{chords} has no chords" : $"{melody} has no notes");
        var description = $"deepjazz: melody from {melody}, chords from {chords}, beats {FirstBeat} to {LastBeat}";
        return music.HasNotes && music.HasChords
            ? new ReadMusic(ReadMusic.Roles(melody, chords), Measures(music), measureLength, description)
            : null;
    }

    // The measures in which something of the melody starts; chords beyond them are dropped.
    private static IReadOnlyList<Measure> Measures(PartMusic music)
    {
        var numbers = music.Melody.Select(element => element.Start.DividedBy(measureLength)).Distinct();
        return MeasureGrouping.Group(numbers, music.Melody, music.Chords, measureLength);
    }
}
