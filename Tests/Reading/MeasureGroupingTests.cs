using GpuJazz.Music;

namespace GpuJazz.Tests.Reading;

public sealed class MeasureGroupingTests
{
    private static readonly Beats four = Beats.Quarters(4);

    [Fact]
    public void Each_thing_belongs_to_the_measure_in_which_it_starts()
    {
        var measures = MeasureGrouping.Group([0, 1], [Note(0), Note(47), Note(48)], [Chord(0, 60), Chord(48, 62)], four);
        Assert.Equal([[0, 47], [48]], measures.Select(measure => measure.Melody.Select(note => note.Start.Twelfths)));
        Assert.Equal([60, 62], measures.Select(measure => measure.Chords.Single().Pitches[0]));
    }

    [Fact]
    public void The_earliest_chord_moves_to_the_measure_if_the_melody_begins_before_it()
    {
        var measure = MeasureGrouping.Group([1], [Note(54)], [Chord(72, 60), Chord(60, 62), Chord(60, 64)], four).Single();
        Assert.Equal([72, 48, 60], measure.Chords.Select(chord => chord.Start.Twelfths));
        Assert.Equal([60, 62, 64], measure.Chords.Select(chord => chord.Pitches[0]));
    }

    [Fact]
    public void A_chord_that_begins_with_the_melody_stays()
    {
        var measure = MeasureGrouping.Group([1], [Note(54)], [Chord(54, 60)], four).Single();
        Assert.Equal(54, measure.Chords.Single().Start.Twelfths);
    }

    [Fact]
    public void A_measure_without_chords_takes_the_last_begun_before_it_or_else_the_first_of_all()
    {
        var measures = MeasureGrouping.Group(
            Enumerable.Range(0, 5), [Note(10)], [Chord(100, 61), Chord(96, 60), Chord(140, 62), Chord(140, 63)], four);
        Assert.Equal([60, 60, 61, 63, 63], measures.Select(measure => measure.Chords[0].Pitches[0]));
        Assert.Equal([0, 48, 100, 144, 192], measures.Select(measure => measure.Chords[0].Start.Twelfths));
        Assert.Equal([four, four, new Beats(12), four, four], measures.Select(measure => measure.Chords[0].Length));
    }

    [Fact]
    public void Measures_may_have_any_length()
    {
        var measures = MeasureGrouping.Group([0, 1, 2], [Note(0), Note(36), Note(71), Note(72)], [Chord(0, 60)], Beats.Quarters(3));
        Assert.Equal([1, 2, 1], measures.Select(measure => measure.Melody.Count));
        Assert.Equal([0, 36, 72], measures.Select(measure => measure.Chords[0].Start.Twelfths));
    }

    private static MelodyEvent Note(int start) => new(new(start), new(3), 70);

    private static Chord Chord(int start, int pitch) => new(new(start), new(12), [pitch, pitch + 4]);
}
