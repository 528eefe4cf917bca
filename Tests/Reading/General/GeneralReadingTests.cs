using GpuJazz.Music;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Tests.Reading.General;

/// <summary>The general reading finds in small tunes what they were made of.</summary>
public sealed class GeneralReadingTests
{
    // Four measures of a line in eighths, over Dm7 G7 Cmaj7 A7.
    private static readonly int[] Phrase =
    [
        74, 77, 81, 84, 83, 81, 79, 77, 79, 77, 76, 74, 71, 74, 77, 79, 76, 79, 83, 86, 84, 83, 81, 79, 81, 79, 77, 76, 73, 76, 79, 82,
    ];

    private static readonly int[][] TwoFive = [[50, 53, 57, 60], [43, 53, 59, 62], [48, 52, 55, 59], [45, 55, 61, 64]];
    private static readonly string[] TwoFiveNames = ["Dm7", "G7", "Cmaj7", "A7"];

    [Fact]
    public void A_waltz_has_measures_of_three_beats()
    {
        var waltz = new Ditty().Part().Event(0, new TimeSignatureEvent(3, 4)).Part("Lead");
        for (var bar = 0; bar < 12; bar++) waltz.Line(3 * bar, 1, 72, 74, 76);
        waltz.Part("Keys");
        for (var bar = 0; bar < 12; bar++) waltz.Note(48, 3 * bar, 1).Chord(3 * bar + 1, 1, 64, 67).Chord(3 * bar + 2, 1, 64, 67);

        var tune = waltz.Read();
        Assert.Equal(Beats.Quarters(3), tune.MeasureLength);
        Assert.Equal([new MeterChange(0, 3, 4)], tune.Meters);
        Assert.Equal(12, tune.Measures.Count);
        Assert.All(tune.Measures, measure => Assert.Equal([72, 74, 76], measure.Melody.Select(note => note.Pitch!.Value)));
        Assert.All(Ditty.Chords(tune), chord => Assert.Equal("C", chord));
    }

    [Fact]
    public void Measures_follow_every_change_of_meter()
    {
        var tune = Tune(8)
            .Part().Event(8, new TimeSignatureEvent(3, 4)).Event(14, new TimeSignatureEvent(4, 4)).Event(16, new TimeSignatureEvent(6, 8))
            .Read();
        Assert.Equal([0, 4, 8, 11, 14, 16, 19, 22, 25, 28, 31], tune.Measures.Select(measure => measure.Start.InQuarters));
        Assert.Equal(["4/4", "3/4", "4/4", "6/8"], tune.Meters.Select(meter => meter.ToString()));
        Assert.Equal([0, 2, 4, 5], tune.Meters.Select(meter => meter.Measure));
        Assert.Equal(2, tune.Measures[4].Length.InQuarters);
        Assert.Equal(Beats.Quarters(3), tune.MeasureLength);
        Assert.All(Changes.Of(tune).Measures, chords => Assert.All(chords, chord => Assert.True(chord.Start < tune.MeasureLength)));
    }

    [Fact]
    public void A_pick_up_that_the_file_does_not_tell_is_heard()
    {
        var tune = Tune(8, pickUp: 1).Read();
        Assert.Equal(1, tune.PickUp.InQuarters);
        Assert.Equal(1, tune.Measures[0].Length.InQuarters);
        Assert.Equal([67, 71], tune.Measures[0].Melody.Select(note => note.Pitch!.Value));
        Assert.All(tune.Measures.Skip(1), measure => Assert.Equal(4, measure.Length.InQuarters));
        Assert.Equal([.. TwoFiveNames, .. TwoFiveNames], Ditty.Chords(tune)[1..]);
        Assert.Equal(8, Changes.Of(tune).Measures.Count);
    }

    [Fact]
    public void A_pick_up_with_a_time_signature_of_its_own_is_one()
    {
        var tune = Tune(8, pickUp: 1).Part().Event(0, new TimeSignatureEvent(1, 4)).Event(1, new TimeSignatureEvent(4, 4)).Read();
        Assert.Equal(1, tune.PickUp.InQuarters);
        Assert.Equal([0, 1, 5, 9], tune.Measures.Take(4).Select(measure => measure.Start.InQuarters));
        Assert.Equal(Beats.Quarters(4), tune.MeasureLength);
    }

    [Fact]
    public void Without_a_pick_up_there_is_none()
    {
        var tune = Tune(8).Read();
        Assert.Equal(Beats.Zero, tune.PickUp);
        Assert.Equal(8, tune.Measures.Count);
        Assert.Equal([.. TwoFiveNames, .. TwoFiveNames], Ditty.Chords(tune));
    }

    [Fact]
    public void Changes_of_tempo_are_told_by_their_measures_and_change_nothing_else()
    {
        var tune = Tune(8).Part().Event(0, new SetTempoEvent(500_000)).Event(9, new SetTempoEvent(400_000)).Event(20, new SetTempoEvent(400_000)).Read();
        Assert.Equal(120, tune.BeatsPerMinute);
        Assert.Equal([new TempoChange(0, 120), new TempoChange(2, 150)], tune.Tempos);
        Assert.Equal(Tokenizer.Tokens(Tune(8).Read()), Tokenizer.Tokens(tune));
    }

    [Fact]
    public void A_piano_alone_is_parted_into_the_voice_on_top_and_the_chords_under_it()
    {
        var piano = new Ditty().Part("Piano");
        for (var bar = 0; bar < 8; bar++) piano.Chord(4 * bar, 4, TwoFive[bar % 4]);
        for (var bar = 0; bar < 8; bar++) piano.Line(4 * bar, 0.5, Phrase[(8 * (bar % 4))..(8 * (bar % 4) + 8)]);

        var tune = piano.Read();
        Assert.Equal("whole tune: melody from the upper voice of part 0 (Piano), chords from the rest of it", tune.Reading);
        Assert.Equal([PartRole.MelodyAndChords], tune.Parts.Select(part => part.Role));
        Assert.Equal([.. Phrase, .. Phrase], Ditty.Pitches(tune));
        Assert.Equal([.. TwoFiveNames, .. TwoFiveNames], Ditty.Chords(tune));
    }

    [Fact]
    public void The_upper_voice_rests_where_only_the_accompaniment_plays()
    {
        var piano = new Ditty().Part("Piano");
        for (var bar = 0; bar < 16; bar++)
        {
            piano.Line(4 * bar, 1, 48, 55, 52, 55);
            if (bar % 4 != 3) piano.Note(76, 4 * bar, 1.5).Note(79, 4 * bar + 2, 2);
        }

        Assert.All(Ditty.Pitches(piano.Read()), pitch => Assert.True(pitch > 70));
        Assert.Equal(24, Ditty.Pitches(piano.Read()).Length);
    }

    [Fact]
    public void Chords_are_heard_in_a_bass_and_broken_chords()
    {
        var tune = new Ditty().Part("Sax");
        for (var bar = 0; bar < 8; bar++) tune.Line(4 * bar, 0.5, Phrase[(8 * (bar % 4))..(8 * (bar % 4) + 8)]);
        tune.Part("Guitar");
        for (var bar = 0; bar < 8; bar++) tune.Line(4 * bar, 0.5, [.. TwoFive[bar % 4], .. TwoFive[bar % 4]]);
        tune.Part("Bass");
        for (var bar = 0; bar < 8; bar++) tune.Line(4 * bar, 1, Walk(TwoFive[bar % 4]));

        var read = tune.Read();
        Assert.Equal([.. TwoFiveNames, .. TwoFiveNames], Ditty.Chords(read));
        Assert.Equal([PartRole.Melody, PartRole.Chords, PartRole.Bass], read.Parts.Select(part => part.Role));
        Assert.Contains("chords inferred from part 1 (Guitar) and the bass of part 2 (Bass)", read.Reading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dm7", 50, 53, 57, 60)]
    [InlineData("G7(b9)", 43, 53, 56, 59, 62)]
    [InlineData("Cmaj7/E", 40, 55, 59, 60)]
    [InlineData("Bm7b5", 47, 50, 53, 57)]
    [InlineData("Adim7", 45, 51, 54, 60)]
    [InlineData("Eb6", 51, 55, 58, 60)]
    [InlineData("Cm7", 48, 51, 55, 58)]
    [InlineData("F9", 41, 51, 55, 57, 60)]
    public void Chords_have_the_names_that_musicians_write(string name, params int[] pitches)
    {
        var tune = Under(pitches).Read();
        Assert.All(Ditty.Chords(tune), chord => Assert.Equal(name, chord));
        Assert.Equal(name, ChordSymbol.Naming(pitches)!.Text);
    }

    [Fact]
    public void The_parts_that_are_named_by_number_are_taken()
    {
        var tune = Tune(8).Part("Flute").Line(0, 4, 88, 91, 89, 86, 88, 91, 89, 86);
        Assert.Equal("Lead", Named(tune.Read(), PartRole.Melody));

        var flute = tune.Read(melody: 2);
        Assert.Equal("Flute", Named(flute, PartRole.Melody));
        Assert.Equal([88, 91, 89, 86, 88, 91, 89, 86], Ditty.Pitches(flute));

        var over = tune.Read(melody: 0, chords: 2);
        Assert.Equal("Flute", Named(over, PartRole.Chords));
        Assert.DoesNotContain("Dm7", Ditty.Chords(over));

        TuneReaderTests.AssertRefused("--melody 9 names no part: there are 3, from 0", () => tune.Read(melody: 9));
        TuneReaderTests.AssertRefused("--chords 3 names no part", () => tune.Read(chords: 3));
        var drums = Tune(8).Part("Drums").Note(40, 0, 1, MidiNote.DrumChannel);
        TuneReaderTests.AssertRefused("--melody 2 names a part of drums", () => drums.Read(melody: 2));
    }

    [Fact]
    public void Each_part_is_judged_with_reasons()
    {
        var parts = Tune(8).Part("Drums").Note(40, 0, 1, MidiNote.DrumChannel).Read().Parts;
        Assert.Null(parts[2].Judgement);
        Assert.True(parts[0].Judgement!.Score > parts[1].Judgement!.Score + 0.2);
        Assert.Equal(2, parts[0].Judgement!.OnsetsPerBeat, 6);
        Assert.Equal(0, parts[0].Judgement!.Together, 6);
        Assert.InRange(parts[1].Judgement!.Together, 0.99, 1);
        Assert.Equal(1, parts[0].Judgement!.Coverage, 6);
        Assert.Contains("one note at a time, in a range to sing, plays throughout", parts[0].Judgement!.Reasons, StringComparison.Ordinal);
        Assert.StartsWith("4 notes at once", parts[1].Judgement!.Reasons, StringComparison.Ordinal);
    }

    [Fact]
    public void Drums_alone_are_refused_in_one_line() =>
        TuneReaderTests.AssertRefused(
            "none of its parts has notes that are not drums", () => new Ditty().Part("Kit").Note(36, 0, 1, MidiNote.DrumChannel).Read());

    [Fact]
    public void A_melody_alone_gets_chords_that_fit_it()
    {
        var tune = new Ditty().Part().Line(0, 1, 60, 64, 67, 64, 60, 64, 67, 72, 65, 69, 72, 69, 65, 69, 72, 77).Read();
        Assert.EndsWith("chords inferred from the melody alone", tune.Reading, StringComparison.Ordinal);
        Assert.Equal(["C", "C", "F", "F"], Ditty.Chords(tune));
    }

    [Fact]
    public void A_note_that_runs_into_the_next_is_cut_and_an_ornament_is_left_out()
    {
        var tune = Under([48, 52, 55, 59]).Part("Lead").Note(72, 0, 1.2).Note(73, 1, 0.05).Note(74, 1.05, 0.95).Note(76, 2, 2).Read(melody: 2);
        Assert.Equal(
            [(0, 12, 72), (12, 12, 74), (24, 24, 76)],
            tune.Measures[0].Melody.Select(note => (note.Start.Twelfths, note.Length.Twelfths, note.Pitch!.Value)));
    }

    private static string Named(Tune tune, PartRole role) => Assert.Single(tune.Parts, part => part.Role == role).Name;

    // A line of eighths over a chord a measure, perhaps after some beats of pick-up.
    private static Ditty Tune(int bars, int pickUp = 0)
    {
        var tune = new Ditty().Part("Lead");
        if (pickUp > 0) tune.Line(0, 0.5, 67, 71);
        for (var bar = 0; bar < bars; bar++) tune.Line(pickUp + 4 * bar, 0.5, Phrase[(8 * (bar % 4))..(8 * (bar % 4) + 8)]);
        tune.Part("Keys");
        for (var bar = 0; bar < bars; bar++) tune.Chord(pickUp + 4 * bar, 4, TwoFive[bar % 4]);
        return tune;
    }

    // Four measures of one chord under a few of its notes.
    private static Ditty Under(int[] pitches)
    {
        var tune = new Ditty().Part("Lead");
        for (var bar = 0; bar < 4; bar++) tune.Line(4 * bar, 1, [.. pitches[..4].Select(pitch => 72 + pitch % 12)]);
        tune.Part("Keys");
        for (var bar = 0; bar < 4; bar++) tune.Chord(4 * bar, 4, pitches);
        return tune;
    }

    // Root, third, fifth, third.
    private static int[] Walk(int[] chord) => [chord[0] - 12, chord[1] - 24 + 12 * (chord[1] < 53 ? 1 : 0), chord[2] - 24, chord[0] - 12];
}
