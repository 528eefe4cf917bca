using GpuJazz.Music;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Tests.Reading;

public sealed class TuneReaderTests
{
    private const int Beat = 96;

    [Fact]
    public void Auto_reads_the_parts_named_Melody_and_Chords_whole()
    {
        var tune = new MidiBuilder()
            .Track("Bass").Note(36, 0, Beat)
            .Track("chords").Chord(0, 4 * Beat, 48, 52, 55).Chord(8 * Beat, 12 * Beat, 53, 57, 60)
            .Track("Melody").Note(72, 0, Beat / 2).Note(74, 9 * Beat, 10 * Beat)
            .ToTune();

        Assert.Equal([PartRole.None, PartRole.Chords, PartRole.Melody], tune.Parts.Select(part => part.Role));
        Assert.Equal(new Part(2, "Melody", 2, 72, 74, false, PartRole.Melody), tune.Parts[2] with { Judgement = null });
        Assert.Equal("whole tune: melody from part 2 (Melody), chords from part 1 (chords)", tune.Reading);
        Assert.Equal([["C,0.500"], [], ["S,1.000"]], Tokenizer.Tokens(tune));
    }

    [Fact]
    public void Silent_measures_are_kept_with_chords_and_without_tokens()
    {
        var builder = new MidiBuilder()
            .Track("Melody").Note(72, 8 * Beat, 9 * Beat).Note(74, 24 * Beat, 25 * Beat)
            .Track("Chords").Chord(4 * Beat, 8 * Beat, 48, 52, 55).Chord(28 * Beat, 32 * Beat, 53, 57, 60);

        var tune = builder.ToTune(rests: RestsKind.Melody);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], tune.Measures.Select(measure => measure.Number));
        Assert.Equal([0, 2, 0, 0, 0, 1, 0], Tokenizer.Tokens(tune).Select(measure => measure.Count));
        Assert.Equal("R,15.000", Tokenizer.Tokens(tune)[1][1]);
        Assert.All(tune.Measures, measure => Assert.Equal(Beats.Quarters(4 * measure.Number), Assert.Single(measure.Chords).Start));
        Assert.Equal([48, 48, 48, 48, 48, 48, 53], tune.Measures.Select(measure => measure.Chords[0].Pitches[0]));
        Assert.Equal([0, 1, 0, 0, 0, 1, 0], Tokenizer.Tokens(builder.ToTune()).Select(measure => measure.Count));
    }

    [Fact]
    public void Leading_measures_without_chords_take_the_first_chord()
    {
        var tune = new MidiBuilder()
            .Track("Melody").Note(72, 0, Beat).Note(74, 4 * Beat, 5 * Beat)
            .Track("Chords").Chord(8 * Beat, 12 * Beat, 48, 52, 55)
            .ToTune();
        Assert.Equal([0, 4, 8], tune.Measures.Select(measure => measure.Chords[0].Start.InQuarters));
    }

    [Fact]
    public void Single_notes_among_the_chords_are_left_out()
    {
        var tune = new MidiBuilder()
            .Track("Melody").Note(72, 0, Beat)
            .Track("Chords").Note(36, 0, Beat).Chord(Beat, 2 * Beat, 48, 52, 55)
            .ToTune();
        Assert.Equal([48, 52, 55], Assert.Single(tune.Measures[0].Chords).Pitches);
    }

    [Theory]
    [InlineData(3, 4, 36)]
    [InlineData(6, 8, 36)]
    [InlineData(2, 2, 48)]
    [InlineData(5, 32, 48)] // no whole number of twelfths: four quarters
    [InlineData(0, 4, 48)]
    public void A_whole_tune_has_measures_by_its_time_signature(byte numerator, byte denominator, int twelfths)
    {
        var builder = Simple().Event(0, new TimeSignatureEvent(numerator, denominator));
        Assert.Equal(new Beats(twelfths), builder.ToTune().MeasureLength);
        Assert.Equal(Beats.Quarters(4), Simple().ToTune().MeasureLength);
    }

    [Fact]
    public void The_tempo_is_the_one_at_the_first_note()
    {
        Assert.Equal(120, Simple().ToTune().BeatsPerMinute);

        var changing = Simple().Event(0, new SetTempoEvent(400_000)).Event(0, new SetTempoEvent(600_000)).Event(1, new SetTempoEvent(1));
        Assert.Equal(100, changing.ToTune().BeatsPerMinute);
    }

    [Fact]
    public void Other_divisions_give_the_same_tune()
    {
        foreach (var division in new short[] { 1, 24, 480, 32767 })
        {
            var tune = new MidiBuilder(division)
                .Track("Melody").Note(72, 0, division).Note(74, 5 * division, 6 * division)
                .Track("Chords").Chord(0, division, 48, 52, 55)
                .ToTune();
            Assert.Equal([[0], [60]], tune.Measures.Select(measure => measure.Melody.Select(note => note.Start.Twelfths)));
        }
    }

    [Fact]
    public void Without_names_the_melody_is_the_singable_line_and_the_chords_sound_together()
    {
        long[] measures = [.. Enumerable.Range(0, 8).Select(measure => 4L * Beat * measure)];
        var builder = new MidiBuilder().Track("Drums").Note(40, 0, 10, MidiNote.DrumChannel).Track("Bass");
        foreach (var start in measures) builder.Note(36, start, start + 2 * Beat).Note(43, start + 2 * Beat, start + 4 * Beat);
        builder.Track("Keys");
        foreach (var start in measures) builder.Chord(start, start + Beat, 60, 64, 67, 71);
        builder.Track("Lead");
        foreach (var start in measures) builder.Note(72, start, start + Beat).Note(74, start + Beat, start + 2 * Beat);
        builder.Track("Pad").Note(79, 0, Beat).Chord(Beat, 2 * Beat, 60, 64);

        var tune = builder.ToTune();
        Assert.Equal("Lead", Assert.Single(tune.Parts, part => part.Role == PartRole.Melody).Name);
        Assert.Equal("Keys", Assert.Single(tune.Parts, part => part.Role == PartRole.Chords).Name);
        Assert.Equal(8, tune.Measures.Count);
        Assert.True(Assert.Single(tune.Parts, part => part.Name == "Drums").IsDrums);
    }

    [Fact]
    public void A_file_with_all_notes_in_one_track_is_parted_by_channels()
    {
        var tune = new MidiBuilder().Track("All")
            .Note(72, 0, Beat, channel: 4).Note(74, Beat, 2 * Beat, channel: 4)
            .Note(48, 0, Beat, channel: 2).Note(52, 0, Beat, channel: 2).Note(55, 0, Beat, channel: 2)
            .ToTune();
        Assert.Equal(["channel 3", "channel 5"], tune.Parts.Select(part => part.Name));
        Assert.Equal([PartRole.Chords, PartRole.Melody], tune.Parts.Select(part => part.Role));
    }

    [Fact]
    public void What_is_no_tune_is_refused_in_one_line_with_the_name()
    {
        Refuses("has no notes", new MidiBuilder().Track("Melody"));
        Refuses("has no notes", new MidiBuilder().Track().On(0, 60));
        Refuses(
            "one line of 1 note, too few to hear chords in",
            new MidiBuilder().Track().Note(60, 0, Beat).Track().Note(40, 0, Beat, MidiNote.DrumChannel));
        Refuses("none of its parts has notes that are not drums", new MidiBuilder().Track().Note(40, 0, Beat, MidiNote.DrumChannel));
        Refuses(
            "part 1 (Chords) has no notes that sound together",
            new MidiBuilder().Track("Melody").Note(60, 0, Beat).Track("Chords").Note(64, 0, Beat));
        Refuses("more than 1000000 beats", Simple().Note(60, 96_000_100, 96_000_200));
        Refuses("more than 1000000 beats", Simple().Note(60, long.MaxValue / 2, long.MaxValue / 2));

        static void Refuses(string reason, MidiBuilder builder) => AssertRefused(reason, () => builder.ToTune());
    }

    [Fact]
    public void Time_that_is_not_counted_in_beats_is_refused()
    {
        var file = Simple().ToFile();
        file.TimeDivision = new SmpteTimeDivision(SmpteFormat.TwentyFive, 40);
        AssertRefused("SMPTE", () => TuneReader.Read(file, "test.mid", new ReadingOptions(ReadingKind.Auto, RestsKind.None)));
        file.TimeDivision = new TicksPerQuarterNoteTimeDivision(0);
        AssertRefused("no ticks", () => TuneReader.Read(file, "test.mid", new ReadingOptions(ReadingKind.Auto, RestsKind.None)));
    }

    [SharedDataFact]
    public void A_movement_of_chamber_music_is_read_whole()
    {
        var file = MidiLoader.Load(SharedData.Path("data/jerrylzy_sonata_48_3_iscenko.mid"));
        var tune = TuneReader.Read(file, "sonata", new ReadingOptions(ReadingKind.Auto, RestsKind.None));
        Assert.Equal("whole tune: melody from part 0, chords inferred from part 1, part 2 and part 3", tune.Reading);
        Assert.Equal(Beats.Quarters(3), tune.MeasureLength);
        Assert.All(tune.Measures, measure => Assert.NotEmpty(measure.Chords));
    }

    [Fact]
    public void A_bass_is_not_taken_for_the_melody_even_where_the_only_other_part_plays_chords()
    {
        var builder = new MidiBuilder().Track("Keys").Chord(0, Beat, 72, 76).Track("Bass");
        for (var beat = 0; beat < 8; beat++) builder.Note(40, beat * Beat, (beat + 1) * Beat);
        Assert.Equal([PartRole.MelodyAndChords, PartRole.Bass], builder.ToTune().Parts.Select(part => part.Role));
    }

    internal static void AssertRefused(string reason, Action read)
    {
        var message = Assert.Throws<MusicException>(read).Message;
        Assert.StartsWith("'test.mid' can't be read as a tune: ", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private static MidiBuilder Simple() => new MidiBuilder()
        .Track("Chords").Chord(0, Beat, 48, 52, 55)
        .Track("Melody").Note(72, 0, Beat);
}
