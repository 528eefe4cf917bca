using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

/// <summary>The rules of the published programs, one by one.</summary>
public sealed class OriginalStyleTests
{
    private static readonly int[] seeds = [.. Enumerable.Range(0, 40)];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 1)]
    [InlineData(6, 1)]
    [InlineData(9, 2)]
    [InlineData(18, 5)]
    [InlineData(19, 5)]
    [InlineData(21, 6)]
    public void A_third_of_the_measures_less_one_are_chord_sets(int measures, int sets) =>
        Assert.Equal(sets, Play(["C,0.250"], Tunes.Of(measures, 60, 64, 67)).Summary.Measures);

    [Fact]
    public void Sets_begin_with_the_second_measure_and_each_advances_four_beats()
    {
        Changes changes = new([.. Enumerable.Range(0, 18).Select(i => (Chord[])[Tunes.At(0, 24, 40 + i)])], Tunes.FourFour);
        var solo = Play(["C,0.250"], changes).Solo;
        Assert.Equal([0, 48, 96, 144, 192], solo.Chords.Select(chord => chord.Start.Twelfths));
        Assert.Equal([41, 42, 43, 44, 45], solo.Chords.Select(chord => chord.Pitches[0]));
    }

    [Fact]
    public void Sets_overlap_because_their_notes_last_longer_than_they_advance()
    {
        var solo = Play([.. Enumerable.Repeat("C,1.000,<P5,P-5>", 10)], Tunes.Of(9, 60, 64, 67)).Solo;
        var starts = solo.Melody.Select(note => note.Start).ToArray();
        Assert.Equal(starts.Order(), starts);
        Assert.Contains(solo.Melody.Zip(solo.Melody.Skip(1)), pair => pair.First.End > pair.Second.Start);
        Assert.True(solo.End > Beats.Quarters(8 + 4));
    }

    [Fact]
    public void A_chord_tone_of_a_sixteenth_is_put_before_the_tokens()
    {
        foreach (var seed in seeds)
        {
            var note = Assert.Single(Play([], Tunes.Of(6, 62, 65, 69), seed).Solo.Melody);
            Assert.Contains(note.Pitch, new[] { 62, 65, 69 });
            Assert.Equal(note.Start, note.Length);
        }
    }

    [Fact]
    public void Durations_are_floored_to_sixteenths_and_with_even_chance_raised_by_one()
    {
        var lengths = seeds.SelectMany(seed => Play(["S,0.333", "S,0.750"], Tunes.Of(6, 60, 64, 67), seed).Solo.Melody)
            .GroupBy(note => note.Length.Twelfths).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal([3, 6, 9, 12], lengths.Keys.Order());
        Assert.All(lengths.Values, count => Assert.InRange(count, 8, 60));
    }

    [Fact]
    public void Time_advances_by_a_duration_before_its_note_is_placed()
    {
        string[] tokens = [.. Enumerable.Repeat("C,0.500,<M3,m-3>", 20)];
        foreach (var seed in seeds)
        {
            var melody = Play(tokens, Tunes.Of(6, 60, 62, 64, 66, 68, 70), seed).Solo.Melody;
            Assert.Equal(21, melody.Count);
            var time = Beats.Zero;
            foreach (var note in melody) Assert.Equal(note.Start, time += note.Length);
        }
    }

    [Fact]
    public void Rests_take_time_and_sound_not()
    {
        var melody = Play(["R,2.000", "C,0.500"], Tunes.Of(6, 60, 64, 67)).Solo.Melody;
        Assert.Equal(2, melody.Count);
        Assert.InRange((melody[1].Start - melody[0].Start).InQuarters, 2.5, 3);
    }

    [Fact]
    public void Approach_and_other_tones_become_chord_tones()
    {
        string[] tokens = ["A,0.250", "X,0.250", "A,0.250,<P8,P-8>", "X,0.250,<P8,P-8>"];
        foreach (var seed in seeds)
        {
            var played = Play(tokens, Tunes.Of(6, 61, 65, 68), seed);
            Assert.All(played.Solo.Melody, note => Assert.Contains(note.Pitch % 12, new[] { 1, 5, 8 }));
            Assert.InRange(played.Summary.TypeChanges, 2, 4);
        }
    }

    [Fact]
    public void A_free_chord_tone_is_a_pitch_of_the_chord_raised_to_the_fourth_octave() =>
        Assert.Equal([60, 64, 79], Pitches(["C,0.250"], Tunes.Of(6, 36, 52, 79)));

    [Fact]
    public void A_free_scale_tone_over_a_major_chord_is_of_its_major_scale() =>
        // The scales of G major and C major hold this chord; the higher tonic is G's.
        Assert.Equal([60, 62, 64, 66, 67, 69, 71], Pitches(["S,0.250"], Tunes.Of(6, 60, 64, 67)));

    [Fact]
    public void A_free_scale_tone_over_another_chord_is_of_the_hexatonic_blues() =>
        // Only the blues of D holds all of D F A: D F G (G#) A C.
        Assert.Equal([60, 62, 65, 67, 68, 69], Pitches(["S,0.250"], Tunes.Of(6, 62, 65, 69)));

    [Fact]
    public void The_blue_fifth_comes_less_often_than_the_other_notes()
    {
        var melodies = Enumerable.Range(0, 600).Select(seed => Play(["S,0.250"], Tunes.Of(6, 62, 65, 69), seed).Solo.Melody);
        var pitches = melodies.Where(melody => melody.Count == 2).Select(melody => melody[1].Pitch % 12).ToArray();
        Assert.InRange(pitches.Count(pitch => pitch == 8) / (double)pitches.Length, 0.04, 0.13);
    }

    [Fact]
    public void A_bound_tone_is_one_of_its_type_within_its_interval_and_not_the_note_before()
    {
        foreach (var seed in seeds)
        {
            // C7: the first note is one of 60 64 67 70; a fifth either way holds several chord tones.
            var melody = Play(["C,0.250,<P5,P-5>", "S,0.250,<P5,P-5>"], Tunes.Of(6, 60, 64, 67, 70), seed).Solo.Melody;
            Assert.Equal(3, melody.Count);
            Assert.Contains(melody[1].Pitch % 12, new[] { 0, 4, 7, 10 });
            Assert.All(melody.Zip(melody.Skip(1)), pair => Assert.InRange(Math.Abs(pair.First.Pitch - pair.Second.Pitch), 1, 7));
        }
    }

    [Fact]
    public void Without_a_tone_in_its_interval_a_note_is_a_whole_tone_up_or_down() =>
        Assert.Equal([58, 62], Pitches(["C,0.250,<m2,m2>"], Tunes.Of(6, 60)));

    [Fact]
    public void A_bound_tone_is_raised_to_the_third_octave() =>
        // From 60 or 36 raised to 60, two octaves down to 36, raised to 48.
        Assert.Equal([48], Pitches(["C,0.250,<P-15,P-15>"], Tunes.Of(6, 36, 60)));

    [Fact]
    public void In_disjoint_pairs_the_second_is_dropped_if_it_repeats_the_first()
    {
        // Only the pitch before lies in the interval: 60, four times.
        var played = Play(["C,0.500,<P1,P1>", "C,0.500,<P1,P1>", "C,0.500,<P1,P1>"], Tunes.Of(6, 60));
        Assert.Equal([60, 60], played.Solo.Melody.Select(note => note.Pitch));
        Assert.Equal(2, played.Summary.RepeatsDropped);
    }

    [Fact]
    public void A_note_of_no_length_starts_with_the_one_before_and_is_dropped()
    {
        var dropped = seeds.Select(seed => Play(["C,0.083,<P5,P-5>"], Tunes.Of(6, 60, 64, 67), seed).Summary).ToArray();
        Assert.All(dropped, summary => Assert.Equal(2, summary.Notes + summary.SameStartsDropped));
        Assert.InRange(dropped.Count(summary => summary.SameStartsDropped == 1), 8, 32);
    }

    [Fact]
    public void Before_any_chord_has_begun_the_first_moves_to_the_start_of_its_measure()
    {
        var solo = Play(["C,0.250"], new Changes([[Tunes.At(30, 6, 64), Tunes.At(18, 6, 60)]], Tunes.FourFour)).Solo;
        Assert.Equal([(0, 60), (30, 64)], solo.Chords.Select(chord => (chord.Start.Twelfths, chord.Pitches[0])));
        Assert.All(solo.Melody, note => Assert.Equal(60, note.Pitch));
    }

    [Fact]
    public void A_chord_that_a_note_waits_for_stays_where_it_is()
    {
        var solo = Play(["C,0.250"], new Changes([[Tunes.At(3, 6, 60)]], Tunes.FourFour)).Solo;
        Assert.Equal(3, Assert.Single(solo.Chords).Start.Twelfths);
    }

    [Fact]
    public void A_line_that_climbs_past_the_last_MIDI_note_goes_on_an_octave_down()
    {
        var played = Play([.. Enumerable.Repeat("C,0.250,<P8,P8>", 12)], Tunes.Of(6, 60));
        Assert.All(played.Solo.Melody, note => Assert.InRange(note.Pitch, 0, 127));
    }

    [SharedDataFact]
    public void Fifty_golden_tokens_give_fifty_or_fifty_one_notes_over_each_of_five_chord_sets()
    {
        var tokens = Golden.ImprovisedTokens();
        var changes = Golden.Changes();
        var counts = seeds.SelectMany(seed => Play(tokens, changes, seed).Summary.NotesPerSet).ToArray();
        Assert.Equal(5 * seeds.Length, counts.Length);
        Assert.All(counts, count => Assert.InRange(count, 48, 51));
        Assert.True(counts.Count(count => count is 50 or 51) > 0.9 * counts.Length, string.Join(' ', counts));
    }

    [SharedDataFact]
    public void The_counts_add_up()
    {
        foreach (var seed in seeds)
        {
            var tokens = Tunes.RandomTokens(new Random(seed), 40);
            var (solo, summary) = Play(tokens, Golden.Changes(), seed);
            Assert.Equal(41 * 5, summary.Notes + summary.Rests + summary.RepeatsDropped + summary.SameStartsDropped);
            Assert.Equal(summary.Notes, summary.AsWritten + summary.OctaveMoves + summary.IntervalMoves + summary.TypeChanges);
            Assert.Equal(summary.Notes, solo.Melody.Count);
        }
    }

    private static RealizedSolo Play(IReadOnlyList<string> tokens, Changes changes, int seed = 0) =>
        SoloRealizer.Realize(tokens, changes, new SoloSettings(SoloStyle.Original, seed));

    // All pitches that the last token gets over many seeds, ascending.
    private static IEnumerable<int> Pitches(string[] tokens, Changes changes) =>
        Enumerable.Range(0, 300).Select(seed => Play(tokens, changes, seed).Solo.Melody[^1].Pitch).Distinct().Order();
}
