using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

/// <summary>Whose turn it is when, and over which chords.</summary>
public sealed class TurnPlanTests
{
    private static readonly Changes Three = Named(60, 62, 64);

    [Fact]
    public void A_solo_goes_on_over_the_chords_that_come_next()
    {
        var plan = TurnPlan.Continuing(Of(2), Three, 5);
        Assert.Equal([new Turn(0, 2, 0), new Turn(2, 5, null)], plan.Turns);
        Assert.Equal([60, 62, 64], Roots(plan.Changes, 3));
        Assert.Equal([64, 60, 62], Roots(plan.Changes.From(plan.Turns[1].Start), 3));
    }

    [Fact]
    public void Without_other_chords_it_goes_on_over_the_primers() =>
        Assert.Equal([50, 51, 50, 51], Roots(TurnPlan.Continuing(Of(2), null, null).Changes, 4));

    [Fact]
    public void A_pick_up_comes_before_the_first_chord() =>
        Assert.Equal([64, 60, 62, 64], Roots(TurnPlan.Continuing(Of(2) with { HasPickUp = true }, Three, 4).Changes, 4));

    [Fact]
    public void Turns_alternate_until_all_of_the_primer_is_answered()
    {
        var plan = TurnPlan.Trading(Of(5), Three, 2);
        Assert.Equal(
            [new(0, 2, 0), new(2, 2, null), new(4, 2, 2), new(6, 2, null), new(8, 2, 4), new Turn(10, 2, null)], plan.Turns);
        Assert.Equal([60, 62, 64, 60], Roots(plan.Changes, 4));
    }

    [Fact]
    public void Without_other_chords_each_answer_is_over_those_of_its_call() =>
        Assert.Equal([50, 51, 50, 51, 52, 53, 52, 53, 54, 50, 54, 50], Roots(TurnPlan.Trading(Of(5), null, 2).Changes, 12));

    [Fact]
    public void A_primer_of_a_tune_with_a_pick_up_begins_with_it_at_the_end_of_a_whole_bar()
    {
        var chord = new Chord(new(36), new(12), [60, 64, 67]);
        var pickUp = new Measure(0, new(36), new(12), [new(new(36), new(12), 67)], [chord]);
        var bar = new Measure(1, new(48), new(48), [new(new(48), new(6), 72), new(new(54), new(6), null)], [chord with { Start = new(48), Length = new(48) }]);
        var primer = Primer.Of(new Tune("tune", [pickUp, bar], new(48), 120, []) { PickUp = new(12), SwingRatio = 1.5 });
        Assert.True(primer.HasPickUp);
        Assert.Equal(1.5, primer.Swing!.Value.Ratio);
        Assert.Equal(2, primer.Bars(new(48)));
        Assert.Equal([36, 48, 54], primer.Melody.Select(element => element.Event.Start.Twelfths));
        Assert.Equal(["C,1.000", "C,0.500", "R,0.500"], primer.Melody.Select(element => element.Token));
        Assert.Equal([48, 54], primer.Between(new(48), new(96)).Select(element => element.Event.Start.Twelfths));
        Assert.Single(primer.Changes.Measures);
    }

    [Theory]
    [InlineData(61, 61)]
    [InlineData(40, 64)]
    [InlineData(100, 76)]
    public void The_line_goes_on_from_a_pitch_in_its_range(int pitch, int nearest) => Assert.Equal(nearest, new Register(60, 80).Nearest(pitch));

    [Fact]
    public void The_first_note_of_a_turn_keeps_its_interval_from_the_last_note_before()
    {
        var plan = TurnPlan.Continuing(Of(1), Tunes.Of(4, 48, 52, 55), 1);
        foreach (var after in new[] { 64, 72, 84 })
        {
            var firsts = Enumerable.Range(0, 20).Select(seed => PrimedStyle.RealizeTurn(
                ["C,1.000,<P5,m2>", "C,3.000"], plan.Turns[1], plan, new SoloSettings(Seed: seed), after).Solo.Melody[0].Pitch);
            Assert.All(firsts, pitch => Assert.InRange(pitch - after, after == 84 ? -16 : 1, after == 84 ? 2 : 7));
        }
    }

    private static Primer Of(int bars) =>
        new("primer", [(new MelodyEvent(default, new(12), 70), "C,1.000")], Tunes.FourFour * bars, Named([.. Enumerable.Range(50, bars)]));

    private static Changes Named(params int[] roots) => new([.. roots.Select(root => new[] { Tunes.At(0, 48, root) })], Tunes.FourFour);

    private static IEnumerable<int> Roots(Changes changes, int bars) => Enumerable.Range(0, bars).Select(bar => changes.HarmonyOf(bar)[0].Pitches[0]);
}
