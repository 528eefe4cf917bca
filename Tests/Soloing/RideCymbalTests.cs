using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

/// <summary>The drummer's pattern.</summary>
public sealed class RideCymbalTests
{
    private const int BassDrum = 36;
    private const int Snare = 38;
    private const int HiHat = 44;
    private const int Ride = 51;

    private static readonly string[] Swung = [.. Enumerable.Repeat((string[])["C,0.667", "C,0.333"], 48).SelectMany(pair => pair)];

    [Fact]
    public void The_hi_hat_closes_on_two_and_four_and_the_ride_keeps_every_beat()
    {
        var drums = Play(Swung, 12).ToArray();
        Assert.Equal(BeatsOf(11, 1, 3), Starts(drums, HiHat));
        Assert.Superset(BeatsOf(11, 0, 1, 2, 3).ToHashSet(), Starts(drums, Ride).ToHashSet());
        Assert.Equal([.. BeatsOf(11, 0, 1, 2, 3), 11 * 48], Starts(drums, BassDrum));
    }

    [Fact]
    public void Its_skipped_notes_are_swung_after_two_and_four()
    {
        var offBeats = Starts(Play(Swung, 12), Ride).Where(start => start % 12 != 0).ToArray();
        Assert.Equal([20, 44], offBeats.Select(start => start % 48).Distinct().Order());
        Assert.InRange(offBeats.Length, 15, 22);
    }

    [Fact]
    public void Under_a_straight_line_the_ride_plays_even_eighths()
    {
        var offBeats = Starts(Play([.. Enumerable.Repeat("C,0.500", 96)], 12), Ride).Where(start => start % 12 != 0).ToArray();
        Assert.Equal([6, 18, 30, 42], offBeats.Select(start => start % 48).Distinct().Order());
    }

    [Fact]
    public void The_snare_answers_softly_and_now_and_then()
    {
        var drums = Enumerable.Range(0, 10).SelectMany(seed => Play(Swung, 12, seed)).ToArray();
        Assert.InRange(drums.Count(note => note.Pitch == Snare) / 110.0, 0.2, 1.2);
        Assert.All(drums.Where(note => note.Pitch == Snare), note => Assert.InRange(note.Velocity, 36, 56));
        Assert.All(drums, note => Assert.InRange(note.Velocity, 1, 127));
    }

    [Fact]
    public void In_three_the_hi_hat_closes_on_two_and_three()
    {
        Changes changes = new([[Tunes.At(0, 36, 50, 53, 57, 60)]], Beats.Quarters(3));
        var drums = SoloRealizer.Realize([], changes, new SoloSettings { Bars = 3 }).Solo.Drums;
        Assert.Equal([12, 24, 48, 60], Starts(drums, HiHat));
    }

    private static IReadOnlyList<Note> Play(string[] tokens, int bars, int seed = 0) => SoloRealizer.Realize(
        tokens, Tunes.TwoFive, new SoloSettings(Seed: seed) { Bars = bars, Accompaniment = Accompaniment.Drums }).Solo.Drums;

    private static IEnumerable<int> Starts(IReadOnlyList<Note> drums, int drum) =>
        drums.Where(note => note.Pitch == drum).Select(note => note.Start.Twelfths).Order();

    private static IEnumerable<int> BeatsOf(int measures, params int[] beats) =>
        Enumerable.Range(0, measures).SelectMany(measure => beats.Select(beat => 48 * measure + 12 * beat));
}
