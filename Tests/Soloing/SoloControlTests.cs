using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

/// <summary>Range, bars, swing and accompaniment of a played solo: random tokens, many seeds.</summary>
public sealed class SoloControlTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_line_stays_in_any_range_of_an_octave_or_more(int seed)
    {
        Random random = new(seed);
        var low = random.Next(30, 80);
        Register range = new(low, low + random.Next(12, 36));
        foreach (var changes in new[] { Tunes.TwoFive, Tunes.Of(1, 61), Tunes.Of(1, 60, 66) })
        {
            var melody = Play(Tunes.RandomTokens(random, 60), changes, new SoloSettings(Seed: seed) { Register = range }).Solo.Melody;
            Assert.All(melody, note => Assert.InRange(note.Pitch, range.Lowest, range.Highest));
            Assert.All(melody.Zip(melody.Skip(1)), pair => Assert.InRange(Math.Abs(pair.First.Pitch - pair.Second.Pitch), 0, 16));
        }
    }

    [Theory]
    [InlineData(60, 71)]
    [InlineData(72, 60)]
    [InlineData(-1, 40)]
    [InlineData(100, 128)]
    public void A_range_that_is_too_narrow_or_outside_MIDI_is_refused(int low, int high) =>
        Assert.Contains($"{low} to {high}", Assert.Throws<MusicException>(() => new Register(low, high)).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Bars_are_filled_to_the_tick(int seed)
    {
        Random random = new(seed);
        var tokens = Tunes.RandomTokens(random, 400);
        foreach (var bars in new[] { 1, 2, 7, 12 })
        {
            SoloSettings settings = new(Seed: seed) { Bars = bars, Swing = seed % 2 == 0 ? new Swing(1.7) : null };
            Assert.True(SoloRealizer.Fills(tokens, Tunes.TwoFive, settings));
            var (solo, summary) = Play(tokens, Tunes.TwoFive, settings);
            Assert.Equal(bars, summary.Measures);
            Assert.All(solo.Melody, note => Assert.True(note.Length > Beats.Zero && note.End <= Tunes.FourFour * bars));
            Assert.All(solo.Melody.Zip(solo.Melody.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            Assert.Equal(Tunes.FourFour * bars, solo.Chords[^1].End);
            Assert.Equal(Tunes.FourFour * bars, solo.Bass[^1].End);
            Assert.Equal(Tunes.FourFour * bars, solo.Harmony[^1].End);
            Assert.Equal(Tunes.FourFour * bars, solo.End);
            Assert.Equal(summary.Tokens, summary.Notes + summary.Rests);
        }
    }

    [Fact]
    public void More_bars_begin_as_fewer_do_but_for_the_held_end()
    {
        var tokens = Tunes.RandomTokens(new Random(5), 400);
        var four = TokenLayout.Of([.. tokens.Select(Token.Parse)], Tunes.FourFour, Beats.Quarters(16));
        var eight = TokenLayout.Of([.. tokens.Select(Token.Parse)], Tunes.FourFour, Beats.Quarters(32));
        Assert.Equal(four.Notes.SkipLast(1), eight.Notes.Take(four.Notes.Count - 1));
    }

    [Fact]
    public void Too_few_tokens_do_not_fill()
    {
        SoloSettings settings = new() { Bars = 3 };
        Assert.False(SoloRealizer.Fills([.. Enumerable.Repeat("C,1.000", 11)], Tunes.TwoFive, settings));
        Assert.True(SoloRealizer.Fills([.. Enumerable.Repeat("C,1.000", 12)], Tunes.TwoFive, settings));
        Assert.True(SoloRealizer.Fills([], Tunes.TwoFive, new SoloSettings()));
    }

    [Fact]
    public void Straight_eighths_swing_only_when_asked_to_and_triplets_stay()
    {
        string[] tokens = ["C,0.500", "C,0.500", "C,0.250", "C,0.250", "C,0.500", "C,0.333", "C,0.333", "C,0.333", "C,1.000"];
        Assert.Equal([0, 6, 12, 15, 18, 24, 28, 32, 36], Starts(null));
        Assert.Equal([0, 6, 12, 15, 18, 24, 28, 32, 36], Starts(1));
        Assert.Equal([0, 8, 12, 16, 20, 24, 28, 32, 36], Starts(2));
        Assert.Equal(new Swing(2.5), Play(tokens, Tunes.TwoFive, new SoloSettings { Swing = new Swing(2.5) }).Solo.Swing);

        IEnumerable<int> Starts(double? ratio) =>
            Play(tokens, Tunes.TwoFive, new SoloSettings { Swing = ratio is { } value ? new Swing(value) : null }).Solo.Melody
                .Select(note => note.Start.Twelfths);
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(4.1)]
    [InlineData(double.NaN)]
    public void A_swing_beyond_what_is_played_is_refused(double ratio) =>
        Assert.Throws<MusicException>(() => Play(["C,1.000"], Tunes.TwoFive, new SoloSettings { Swing = new Swing(ratio) }));

    [Theory]
    [InlineData(Accompaniment.None)]
    [InlineData(Accompaniment.Piano)]
    [InlineData(Accompaniment.Bass)]
    [InlineData(Accompaniment.Drums)]
    [InlineData(Accompaniment.All)]
    public void Who_plays_along_changes_nothing_for_the_others(Accompaniment players)
    {
        var tokens = Tunes.RandomTokens(new Random(1), 60);
        var all = Play(tokens, Tunes.TwoFive, new SoloSettings(Seed: 3)).Solo;
        var some = Play(tokens, Tunes.TwoFive, new SoloSettings(Seed: 3) { Accompaniment = players }).Solo;
        Assert.Equal(all.Melody, some.Melody);
        Assert.Equal(players.HasFlag(Accompaniment.Bass) ? all.Bass : [], some.Bass);
        Assert.Equal(players.HasFlag(Accompaniment.Drums) ? all.Drums : [], some.Drums);
        var struck = players.HasFlag(Accompaniment.Piano) ? all.Chords.Select(chord => (chord.Start, chord.Length)) : [];
        Assert.Equal(struck, some.Chords.Select(chord => (chord.Start, chord.Length)));
    }

    private static RealizedSolo Play(string[] tokens, Changes changes, SoloSettings settings) => SoloRealizer.Realize(tokens, changes, settings);
}
