namespace GpuJazz.Music;

/// <summary>The reading that the published figures come from: part 5 over part 0, beats 476 to 548, in measures of four beats.</summary>
internal static class DeepJazzReading
{
    private const int MelodyPart = 5;
    private const int ChordPart = 0;
    private const int FirstBeat = 476;
    private const int LastBeat = 548;

    /// <summary>The length of its measures, whatever the file says.</summary>
    public static Beats MeasureLength => Beats.Quarters(4);

    /// <summary>Which parts and beats it takes.</summary>
    public static string Describe(PartMusic music) =>
        $"deepjazz: melody from {music.Melody}, chords from {music.Chords}, beats {FirstBeat} to {LastBeat}";

    /// <summary>Melody and chords of the window, or why this file has none there.</summary>
    public static PartMusic? Read(IReadOnlyList<MidiPart> parts, int ticksPerQuarter, RestsKind rests, out string whyNot)
    {
        if (parts.Count <= MelodyPart)
        {
            whyNot = $"the deepjazz reading takes its melody from the sixth part, and there are {parts.Count} with notes";
            return null;
        }

        var music = PartMusic.Read(parts[MelodyPart], parts[ChordPart], ticksPerQuarter, rests)
            .Between(Beats.Quarters(FirstBeat), Beats.Quarters(LastBeat));
        whyNot = $"the deepjazz reading takes beats {FirstBeat} to {LastBeat}, and there {music.Melody} has "
            + $"{(music.HasMelody ? "notes" : "no notes")} and {music.Chords} {(music.Changes.Count > 0 ? "chords" : "no chords")}";
        return music.HasMelody && music.Changes.Count > 0 ? music : null;
    }

    /// <summary>The measures in which something of the melody starts; chords beyond them are dropped.</summary>
    public static IReadOnlyList<Measure> Measures(PartMusic music)
    {
        var numbers = music.Notes.Select(element => element.Start.DividedBy(MeasureLength)).Distinct();
        return MeasureGrouping.Group(numbers, music.Notes, music.Changes, MeasureLength);
    }
}
