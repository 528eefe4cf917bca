using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

/// <summary>How the chords under a played solo are struck and voiced.</summary>
public sealed class CompingTests
{
    [Fact]
    public void A_long_chord_is_held_or_struck_again_in_the_rhythms_of_a_comping_hand()
    {
        var chords = Enumerable.Range(0, 60).SelectMany(seed => Comp(Tunes.Of(1, 50, 53, 57, 60), 4, seed)).Where(chord => chord.Start < Beats.Quarters(12));
        var rhythms = chords.GroupBy(chord => chord.Start.Twelfths % 48).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal([0, 18, 24, 30, 36], rhythms.Keys.Order());
        Assert.Equal(180, rhythms[0]);
        Assert.InRange(rhythms[18], 60, 120); // three of the six rhythms
        Assert.All(new[] { 24, 30, 36 }, start => Assert.InRange(rhythms[start], 15, 50)); // one of the six each
    }

    [Fact]
    public void Two_measures_in_a_row_differ_in_rhythm()
    {
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var measures = Comp(Tunes.Of(1, 50, 53, 57, 60), 8, seed)
                .GroupBy(chord => chord.Start.DividedBy(Tunes.FourFour), chord => (chord.Start.Twelfths % 48, chord.Length))
                .Take(7).Select(measure => string.Join(' ', measure)).ToArray();
            Assert.All(measures.Zip(measures.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        }
    }

    [Fact]
    public void Chords_are_struck_with_a_living_hand()
    {
        var velocities = Comp(Tunes.TwoFive, 40, 1).Select(chord => chord.Velocity).ToArray();
        Assert.All(velocities, velocity => Assert.InRange(velocity, 50, 72));
        Assert.True(velocities.Distinct().Count() > 8);
    }

    [Fact]
    public void Over_a_bass_the_left_hand_leaves_out_its_note_unless_few_are_left()
    {
        foreach (var seed in Enumerable.Range(0, 10))
        {
            var seventh = Comp(Tunes.Of(1, 50, 53, 57, 60), 4, seed, Accompaniment.All);
            Assert.All(seventh, chord => Assert.Equal([0, 5, 9], chord.Pitches.Select(pitch => pitch % 12).Order()));
            var triad = Comp(Tunes.Of(1, 50, 53, 57), 4, seed, Accompaniment.All);
            Assert.All(triad, chord => Assert.Equal([2, 5, 9], chord.Pitches.Select(pitch => pitch % 12).Order()));
        }
    }

    [Fact]
    public void Under_a_swung_line_the_ands_are_swung()
    {
        string[] tokens = [.. Enumerable.Repeat((string[])["C,0.667", "C,0.333"], 16).SelectMany(pair => pair)];
        var chords = Enumerable.Range(0, 40).SelectMany(seed =>
            SoloRealizer.Realize(tokens, Tunes.Of(1, 50, 53, 57, 60), new SoloSettings(Seed: seed)).Solo.Chords);
        Assert.Equal([0, 20, 24, 32, 36], chords.Select(chord => chord.Start.Twelfths % 48).Distinct().Order());
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

    private static IReadOnlyList<Chord> Comp(Changes changes, int measures, int seed, Accompaniment players = Accompaniment.Piano) =>
        SoloRealizer.Realize(
            [.. Enumerable.Repeat("R,1.000", 4 * measures)], changes, new SoloSettings(Seed: seed) { Accompaniment = players }).Solo.Chords;
}
