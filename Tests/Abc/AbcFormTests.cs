using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Tests.Abc;

public class AbcFormTests
{
    [Theory]
    [InlineData("C8|D8|]", "CD")]
    [InlineData("|:C8|D8:|", "CDCD")]
    [InlineData("C8|D8:|E8|]", "CDCDE")]
    [InlineData("C8|:D8:|E8|]", "CDDE")]
    [InlineData("C8::D8:|", "CCDD")]
    [InlineData("C8:|:D8:|", "CCDD")]
    [InlineData("|:C8|1D8:|2E8||F8|]", "CDCEF")]
    [InlineData("|:C8|[1D8|A8:|[2E8|F8||G8|]", "CDACEFG")]
    [InlineData("|:C8|[1,2D8:|[3E8|]", "CDCDCE")]
    [InlineData("|:C8|[1-3D8:|[4E8|]", "CDCDCDCE")]
    [InlineData("|:C8|1D8:|2E8:|:F8:|", "CDCEFF")]
    [InlineData("|:C8|1D8:|2E8|:F8:|", "CDCEFF")]
    [InlineData("C8|\n|:D8|\nE8:|\n", "CDEDE")]
    public void Repeats_are_written_out(string music, string letters)
    {
        int[] pitchesFromA = [69, 71, 60, 62, 64, 65, 67];
        Assert.Equal(letters.Select(letter => pitchesFromA[letter - 'A']), Played.Pitches(music));
    }

    [Fact]
    public void A_pickup_ends_where_the_first_measure_begins() =>
        Assert.Equal([(1440, 480, 67), (1920, 1920, 60)], Played.Melody("G2|C8|"));

    [Fact]
    public void A_repeated_pickup_fills_the_last_measure() =>
        Assert.Equal([1440, 1920, 3360, 3840], Played.Melody("|:G2|C6:|").Select(note => note.Start));

    [Fact]
    public void A_chord_sounds_until_the_next_and_is_struck_again_at_every_bar_line()
    {
        var chords = Played.Chords("\"C\"z4\"F7\"z4|z8|z2\"G7\"z6|");
        Assert.Equal(
            [(0L, 960L), (960, 960), (1920, 1920), (3840, 480), (4320, 1440)],
            chords.Select(chord => (chord.Start, chord.Length)));
        Assert.Equal([0, 5, 5, 5, 7], chords.Select(chord => chord.Pitches[0] % 12));
    }

    [Fact]
    public void No_chord_is_silent() =>
        Assert.Equal([0L, 3840], Played.Chords("\"C\"z8|\"N.C.\"z8|\"C\"z8|").Select(chord => chord.Start));

    [Fact]
    public void Chord_symbols_may_stand_before_bar_lines_notes_and_rests() =>
        Assert.Equal([0L, 1920, 2880], Played.Chords("\"C\"C8|\"F\"[FA]4\"G\"z4|").Select(chord => chord.Start));

    [Fact]
    public void Notes_in_the_chords_move_little()
    {
        var chords = Played.Chords("\"Dm7\"z8|\"G7\"z8|\"Cmaj7\"z8|");
        foreach (var (before, after) in chords.Zip(chords.Skip(1)))
            Assert.All(after.Pitches.Skip(1), pitch => Assert.InRange(before.Pitches.Skip(1).Min(other => Math.Abs(other - pitch)), 0, 2));
    }

    [Fact]
    public void The_first_track_holds_title_tempo_meter_key_and_composer()
    {
        var header = "X:1\nT:Blue Kettle\nT:another name\nC:A. Nobody\nM:3/4\nL:1/8\nQ:\"Fast\" 1/4=150\nK:Gm\n";
        var file = Played.File(header + "G6|");
        Assert.Equal(new TicksPerQuarterNoteTimeDivision(480), file.TimeDivision);
        var conductor = file.GetTrackChunks().First().Events;
        Assert.Equal("Blue Kettle", Assert.Single(conductor.OfType<SequenceTrackNameEvent>()).Text);
        Assert.Equal(400_000, Assert.Single(conductor.OfType<SetTempoEvent>()).MicrosecondsPerQuarterNote);
        var meter = Assert.Single(conductor.OfType<TimeSignatureEvent>());
        Assert.Equal((3, 4), (meter.Numerator, meter.Denominator));
        var key = Assert.Single(conductor.OfType<KeySignatureEvent>());
        Assert.Equal((-2, 1), (key.Key, key.Scale));
        Assert.Equal("A. Nobody", Assert.Single(conductor.OfType<TextEvent>()).Text);
    }

    [Theory]
    [InlineData("Q:90", 666_667)]
    [InlineData("Q:1/4=90", 666_667)]
    [InlineData("Q:1/2=60", 500_000)]
    [InlineData("Q:3/8=40 \"Slow\"", 1_000_000)]
    [InlineData("Q:\"Slow\"", 500_000)]
    [InlineData("N:no tempo", 500_000)]
    public void A_tempo_is_counted_in_quarter_notes(string field, long microseconds) =>
        Assert.Equal(microseconds, Conductor($"X:1\n{field}\nK:C\nC8|").OfType<SetTempoEvent>().Single().MicrosecondsPerQuarterNote);

    [Theory]
    [InlineData("M:C|", 2, 2)]
    [InlineData("M:C", 4, 4)]
    [InlineData("M:6/8", 6, 8)]
    [InlineData("N:none", 4, 4)]
    public void A_meter_has_its_names(string field, int beats, int unit)
    {
        var meter = Conductor($"X:1\n{field}\nL:1/8\nK:C\nz{beats * 8 / unit}|").OfType<TimeSignatureEvent>().Single();
        Assert.Equal((beats, unit), (meter.Numerator, meter.Denominator));
    }

    private static EventsCollection Conductor(string text) => Played.File(text).GetTrackChunks().First().Events;
}
