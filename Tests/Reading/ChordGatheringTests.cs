using GpuJazz.Music;

namespace GpuJazz.Tests.Reading;

public sealed class ChordGatheringTests
{
    [Fact]
    public void Onset_and_off_may_each_be_a_sixteenth_of_a_beat_away()
    {
        Assert.Equal(["60 64 67"], Gather(new MidiBuilder().Track().Note(60, 0, 48).Note(64, 6, 48).Note(67, 6, 54)));
        Assert.Equal(["60 64", "67"], Gather(new MidiBuilder().Track().Note(60, 0, 48).Note(64, 6, 42).Note(67, 6, 55)));
        Assert.Equal(["60", "64"], Gather(new MidiBuilder().Track().Note(60, 0, 48).Note(64, 7, 48)));
    }

    [Fact]
    public void Both_are_measured_from_the_first_note_and_not_from_the_last_gathered()
    {
        Assert.Equal(["60 62", "64"], Gather(new MidiBuilder().Track().Note(60, 0, 48).Note(62, 5, 48).Note(64, 10, 48)));
        Assert.Equal(["60 62", "64"], Gather(new MidiBuilder().Track().Note(60, 0, 48).Note(62, 0, 53).Note(64, 0, 58)));
    }

    [Fact]
    public void A_note_with_another_off_is_passed_over_and_the_walk_goes_on()
    {
        Assert.Equal(["60 67", "64"], Gather(new MidiBuilder().Track().Note(60, 0, 48).Note(64, 0, 96).Note(67, 0, 48)));
    }

    [Fact]
    public void A_gathered_note_begins_nothing_but_a_later_first_note_may_gather_it_again()
    {
        // 60 takes 64. 62 is too late in its off for 60, but 64 is near enough to it.
        Assert.Equal(["60 64", "62 64"], Gather(new MidiBuilder().Track().Note(60, 0, 48).Note(62, 0, 58).Note(64, 3, 53)));
    }

    [Fact]
    public void A_chord_begins_with_its_first_note_and_lasts_from_its_last_onset_to_its_first_off()
    {
        var chord = Only(new MidiBuilder().Track().Note(60, 9, 62).Note(64, 15, 68));
        Assert.Equal(Beats.Zero, chord.Start); // the last onset would give 1/4
        Assert.Equal(new Beats(6), chord.Length); // 62 − 15 = 47 is 1/2; 68 − 9 = 59 would be 2/3

        chord = Only(new MidiBuilder().Track().Note(60, 0, 60).Note(64, 5, 66));
        Assert.Equal(new Beats(6), chord.Length); // 60 − 5 = 55; from its first onset, 60 are 2/3, and to its last off 61 are
    }

    [Fact]
    public void The_offs_of_gathered_notes_do_not_count()
    {
        // The first note's off is 57, the latest 62; the last onset is 4. 62 − 4 = 58 would be 2/3.
        var chord = Only(new MidiBuilder().Track().Note(60, 0, 57).Note(64, 2, 62).Note(67, 4, 61));
        Assert.Equal(new Beats(6), chord.Length); // 57 − 4 = 53
        Assert.Equal([60, 64, 67], chord.Pitches);
    }

    [Fact]
    public void A_note_of_zero_ticks_has_length_1_and_one_that_rounds_to_zero_a_quarter()
    {
        var elements = ChordGathering.Gather(NotePairing.Pair(new MidiBuilder().Track().Note(60, 0, 0).Note(62, 96, 97).ToTrack()), 96);
        Assert.Equal([Beats.Quarters(1), Beats.Sixteenth], elements.Select(element => element.Length));
    }

    [Fact]
    public void A_chord_whose_first_note_ends_before_its_last_begins_is_a_quarter_of_a_beat()
    {
        var chord = Only(new MidiBuilder().Track().Note(60, 0, 2).Note(64, 6, 8));
        Assert.Equal(Beats.Sixteenth, chord.Length);
    }

    [Theory]
    [InlineData(480, 30, true)]
    [InlineData(480, 31, false)]
    [InlineData(120, 7, true)] // 7.5 ticks are a sixteenth of 120
    [InlineData(120, 8, false)]
    [InlineData(15, 0, true)]
    [InlineData(15, 1, false)]
    public void The_tolerance_is_a_sixteenth_of_any_division(short ticksPerQuarter, long late, bool isChord)
    {
        var notes = NotePairing.Pair(new MidiBuilder().Track().Note(60, 0, 2000).Note(64, late, 2000).ToTrack());
        Assert.Equal(isChord ? 1 : 2, ChordGathering.Gather(notes, ticksPerQuarter).Count);
    }

    private static Chord Only(MidiBuilder builder) => Assert.Single(ChordGathering.Gather(NotePairing.Pair(builder.ToTrack()), 96));

    private static IEnumerable<string> Gather(MidiBuilder builder) =>
        ChordGathering.Gather(NotePairing.Pair(builder.ToTrack()), 96).Select(element => string.Join(' ', element.Pitches));
}
