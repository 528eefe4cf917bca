using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

/// <summary>How the chords under a played solo are struck and voiced.</summary>
public sealed class CompingTests
{
    [Fact]
    public void A_long_chord_is_held_or_struck_again_on_the_and_of_two_or_on_three()
    {
        var chords = Enumerable.Range(0, 60).SelectMany(seed => Comp(Tunes.Of(1, 50, 53, 57, 60), 4, seed));
        var rhythms = chords.Where(chord => chord.Start < Beats.Quarters(12))
            .GroupBy(chord => chord.Start.Twelfths % 48).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal([0, 18, 24], rhythms.Keys.Order());
        Assert.Equal(180, rhythms[0]);
        Assert.InRange(rhythms[18], 60, 120);
        Assert.InRange(rhythms[24], 20, 70);
    }

    [Fact]
    public void Under_a_swung_line_the_and_of_two_is_swung()
    {
        string[] tokens = [.. Enumerable.Repeat((string[])["C,0.667", "C,0.333"], 16).SelectMany(pair => pair)];
        var chords = Enumerable.Range(0, 20).SelectMany(seed =>
            SoloRealizer.Realize(tokens, Tunes.Of(1, 50, 53, 57, 60), new SoloSettings(Seed: seed)).Solo.Chords);
        Assert.Equal([0, 20, 24], chords.Select(chord => chord.Start.Twelfths % 48).Distinct().Order());
    }

    [Fact]
    public void The_last_measure_is_struck_once_and_held()
    {
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var last = Assert.Single(Comp(Tunes.Of(1, 50, 53, 57, 60), 2, seed), chord => chord.Start >= Beats.Quarters(4));
            Assert.Equal((48, 48), (last.Start.Twelfths, last.Length.Twelfths));
        }
    }

    [Fact]
    public void Each_change_of_chord_is_struck_and_one_of_less_than_half_a_beat_is_passed_over()
    {
        Changes changes = new(
            [[Tunes.At(0, 12, 50, 53, 57), Tunes.At(12, 9, 43, 53, 59), Tunes.At(21, 3, 44, 54, 60), Tunes.At(24, 12, 48, 52, 55)]],
            Tunes.FourFour);
        Assert.Equal([0, 12, 24], Comp(changes, 1, 0).Select(chord => chord.Start.Twelfths));
    }

    [Fact]
    public void Chords_of_the_same_notes_in_other_octaves_count_as_one()
    {
        Changes changes = new([[Tunes.At(0, 12, 50, 53, 57), Tunes.At(12, 12, 57, 62, 65), Tunes.At(24, 12, 50, 53, 69)]], Tunes.FourFour);
        Assert.Equal(0, Assert.Single(Comp(changes, 1, 0)).Start.Twelfths);
    }

    [Fact]
    public void A_voicing_has_the_chords_notes_over_its_lowest()
    {
        var chord = Assert.Single(Comp(Tunes.Of(1, 84, 40, 79, 59), 1, 0));
        Assert.Equal(4, chord.Pitches[0] % 12);
        Assert.Equal([0, 7, 11], chord.Pitches.Skip(1).Select(pitch => pitch % 12).Order());
    }

    [Fact]
    public void Of_a_large_chord_the_fifth_is_left_out_above_the_bass()
    {
        // C E G B D F# over D has five notes above the bass.
        var chord = Assert.Single(Comp(Tunes.Of(1, 50, 60, 64, 67, 71, 78), 1, 0));
        Assert.Equal([0, 4, 6, 11], chord.Pitches.Skip(1).Select(pitch => pitch % 12).Order());
    }

    [Fact]
    public void A_single_note_is_doubled_over_itself()
    {
        var chord = Assert.Single(Comp(Tunes.Of(1, 60), 1, 0));
        Assert.Equal([48, 60], chord.Pitches);
    }

    [Fact]
    public void Voices_move_little_from_chord_to_chord()
    {
        var chords = Comp(Tunes.TwoFive, 8, 0);
        foreach (var (chord, next) in chords.Zip(chords.Skip(1)))
            Assert.All(next.Pitches.Skip(1), pitch => Assert.InRange(chord.Pitches.Min(other => Math.Abs(other - pitch)), 0, 5));
    }

    private static IReadOnlyList<Chord> Comp(Changes changes, int measures, int seed) =>
        SoloRealizer.Realize([.. Enumerable.Repeat("R,1.000", 4 * measures)], changes, new SoloSettings(Seed: seed)).Solo.Chords;
}
