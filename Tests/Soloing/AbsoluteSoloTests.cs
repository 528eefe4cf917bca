using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

/// <summary>Solos of tokens that name pitches and places.</summary>
public sealed class AbsoluteSoloTests
{
    [Theory]
    [InlineData("60,1.000@0.000 62,1.000@1.000", 0, 12)]
    [InlineData("60,1.000@0.000 62,0.500@3.500", 0, 42)]
    [InlineData("60,1.000@3.000 62,0.500@0.000", 36, 48)]
    [InlineData("60,1.000@1.000 62,0.500@1.500", 12, 66)]
    [InlineData("60,1.000@1.000 62,0.500@0.000", 12, 48)]
    [InlineData("60,6.000@0.000 62,0.500@1.000", 0, 108)]
    [InlineData("60,0.500@5.000 62,0.500@1.500", 12, 18)]
    public void A_note_waits_for_its_place_in_this_bar_or_in_the_next(string tokens, params int[] starts) =>
        Assert.Equal(starts, Realize(tokens).Solo.Melody.Select(note => note.Start.Twelfths));

    [Fact]
    public void Pitches_and_lengths_are_those_of_the_tokens_and_rests_are_counted()
    {
        var solo = Realize("72,0.500@0.000 R,0.500@0.500 61,0.333@1.000 86,2.000@1.667 R,9.000@3.667");
        Assert.Equal([(72, 6), (61, 4), (86, 28)], solo.Solo.Melody.Select(note => (note.Pitch, note.Length.Twelfths)));
        Assert.Equal((5, 3, 2, 1, 3), (solo.Summary.Tokens, solo.Summary.Notes, solo.Summary.Rests, solo.Summary.RestsShortened, solo.Summary.AsWritten));
    }

    [Fact]
    public void A_rest_longer_than_a_bar_ends_at_the_same_place_in_a_bar() =>
        Assert.Equal([0, 60], Realize("60,1.000@0.000 R,12.000@1.000 62,1.000@1.000").Solo.Melody.Select(note => note.Start.Twelfths));

    [Fact]
    public void Bars_are_filled_to_the_tick()
    {
        var settings = new SoloSettings { Bars = 2 };
        string[] tokens = ["60,1.000@0.000", "62,1.000@3.500", "64,3.000@2.000", "65,1.000@0.000"];
        Assert.False(SoloRealizer.Fills(tokens[..2], Tunes.TwoFive, settings));
        Assert.True(SoloRealizer.Fills(tokens, Tunes.TwoFive, settings));
        var solo = SoloRealizer.Realize(tokens, Tunes.TwoFive, settings);
        Assert.Equal((3, 2), (solo.Summary.Tokens, solo.Summary.Measures));
        Assert.Equal(Beats.Quarters(8), solo.Solo.Melody[^1].End);
        Assert.Equal(Beats.Quarters(8), solo.Solo.End);

        // A place beyond the last bar fills what is before it.
        Assert.True(SoloRealizer.Fills(["60,1.000@3.500", "62,1.000@3.500", "64,1.000@3.500"], Tunes.TwoFive, settings));
    }

    [Fact]
    public void A_line_that_leaves_the_range_goes_on_an_octave_away_until_it_leaves_that_too()
    {
        var solo = Realize("62,1.000@0.000 59,1.000@1.000 62,1.000@2.000 75,1.000@3.000 74,1.000@0.000 72,1.000@1.000", new Register(60, 86));
        Assert.Equal([62, 71, 74, 75, 74, 72], solo.Solo.Melody.Select(note => note.Pitch));
        Assert.Equal((4, 2), (solo.Summary.AsWritten, solo.Summary.OctaveMoves));
    }

    [Fact]
    public void Random_tokens_make_a_line_in_the_range_whose_counts_add_up()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            string[] tokens = [.. Enumerable.Range(0, random.Next(1, 80)).Select(_ => new AbsoluteToken(
                random.Next(6) == 0 ? null : random.Next(30, 110), new Beats(random.Next(1, 70)), new Beats(random.Next(0, 48))).ToString())];
            var register = new Register(random.Next(30, 60), random.Next(72, 100));
            var solo = SoloRealizer.Realize(tokens, Tunes.TwoFive, new SoloSettings(Seed: seed) { Register = register });
            var melody = solo.Solo.Melody;
            Assert.Equal(tokens.Length, solo.Summary.Notes + solo.Summary.Rests);
            Assert.Equal(solo.Summary.Notes, solo.Summary.AsWritten + solo.Summary.OctaveMoves);
            Assert.All(melody, note => Assert.InRange(note.Pitch, register.Lowest, register.Highest));
            Assert.All(melody.Zip(melody.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            var sounding = tokens.Select(AbsoluteToken.Parse).Where(token => token.Pitch is not null);
            Assert.All(melody.Zip(sounding), pair => Assert.Equal(
                (pair.Second.Position.Twelfths, pair.Second.Pitch!.Value % 12), (pair.First.Start.Twelfths % 48, pair.First.Pitch % 12)));
        }
    }

    [Fact]
    public void A_model_hears_chords_where_its_tokens_are_laid_out()
    {
        string[] tokens = ["60,0.500@0.000", "62,0.333@2.667", "64,5.000@1.500", "R,9.000@3.000", "R,0.500@3.500"];
        var vocabulary = new Vocabulary(tokens);
        var clock = ChangesClock.Of(Tunes.TwoFive, 0, vocabulary);
        var random = new Random(8);
        for (var draw = 0; draw < 50; draw++)
        {
            int[] indices = [.. Enumerable.Range(0, 30).Select(_ => random.Next(tokens.Length))];
            var end = TokenLayout.Of([.. indices.Select(index => vocabulary[index])], Tunes.FourFour).End.Twelfths;
            Assert.Equal(end, indices.Aggregate(0, (place, index) => place + clock.Advances[(place % 48 * tokens.Length) + index]));
        }
    }

    [Fact]
    public void The_density_counts_gaps_and_a_token_leans_by_its_length()
    {
        Assert.Equal(2, NoteDensity.Of(["60,0.500@1.500", "62,0.500@3.500"], Tunes.FourFour), 12);
        Assert.Equal(0.5, NoteDensity.Lean("60,0.500@1.500", 4, Tunes.FourFour), 12);
        Assert.Equal(-4, NoteDensity.Lean("R,71.000@1.000", 4, Tunes.FourFour), 12);
    }

    [Fact]
    public void The_original_style_has_no_words_for_them() => Assert.Contains(
        "original style", Assert.Throws<MusicException>(() => SoloRealizer.Realize(["60,1.000@0.000"], Tunes.TwoFive, new(SoloStyle.Original))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("60,1.000@0.000 C,1.000")]
    [InlineData("C,1.000 60,1.000@0.000")]
    public void Two_kinds_of_tokens_make_no_solo(string tokens) => Assert.Throws<MusicException>(() => Realize(tokens));

    private static RealizedSolo Realize(string tokens, Register? register = null) =>
        SoloRealizer.Realize(tokens.Split(' '), Tunes.TwoFive, new SoloSettings { Register = register ?? Register.RightHand });
}
