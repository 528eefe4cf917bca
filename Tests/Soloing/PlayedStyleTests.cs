using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

/// <summary>The rules of playing, by example.</summary>
public sealed class PlayedStyleTests
{
    [Theory]
    [InlineData(SoloStyle.Played)]
    [InlineData(SoloStyle.Original)]
    public void The_same_seed_gives_the_same_solo_and_another_seed_another(SoloStyle style)
    {
        var tokens = Tunes.RandomTokens(new Random(5), 50);
        var solos = Enumerable.Range(0, 10).Select(seed => Describe(style, seed, tokens)).ToArray();
        Assert.Equal(solos, Enumerable.Range(0, 10).Select(seed => Describe(style, seed, tokens)));
        Assert.Equal(solos.Length, solos.Distinct().Count());
    }

    [Fact]
    public void No_tokens_give_no_solo()
    {
        var played = Play([], Tunes.TwoFive);
        Assert.Empty(played.Solo.Melody);
        Assert.Empty(played.Solo.Chords);
        Assert.Equal(0, played.Summary.Notes + played.Summary.Rests + played.Summary.Measures);
    }

    [Fact]
    public void Rests_alone_give_chords_without_a_melody()
    {
        var played = Play(["R,1.000", "R,71.000", "R,0.500"], Tunes.TwoFive);
        Assert.Empty(played.Solo.Melody);
        Assert.Equal((3, 1, 2), (played.Summary.Rests, played.Summary.RestsShortened, played.Summary.Measures));
        Assert.Equal(Tunes.FourFour * 2, played.Solo.End);
    }

    [Fact]
    public void Tokens_that_fill_measures_exactly_end_with_them()
    {
        var played = Play([.. Enumerable.Repeat("C,0.333,<M3,m-3>", 24)], Tunes.TwoFive);
        Assert.Equal((2, Tunes.FourFour * 2), (played.Summary.Measures, played.Solo.End));
    }

    [Fact]
    public void A_waltz_has_measures_of_three_beats()
    {
        Changes waltz = new([[Tunes.At(0, 36, 50, 53, 57, 60)], [Tunes.At(0, 36, 43, 53, 59, 62)]], Beats.Quarters(3));
        var played = Play([.. Enumerable.Repeat("C,0.500,<P4,P-4>", 14)], waltz);
        Assert.Equal((3, Beats.Quarters(9), Beats.Quarters(9)), (played.Summary.Measures, played.Solo.End, played.Solo.Melody[^1].End));
        Assert.All(played.Solo.Melody.Skip(6).Take(6), note => Assert.Contains(note.Pitch % 12, new[] { 7, 5, 11, 2 }));
    }

    [Fact]
    public void A_repeated_note_is_let_go_early()
    {
        var played = Play(["C,0.500,<P1,P1>", "C,0.500,<P1,P1>", "C,0.500,<P1,P1>", "C,0.500,<P1,P1>"], Tunes.Of(1, 60, 64, 67));
        var melody = played.Solo.Melody;
        Assert.Equal(melody[0].Pitch, melody[1].Pitch);
        Assert.Equal([5, 5, 6], melody.Take(3).Select(note => note.Length.Twelfths));
        Assert.NotEqual(melody[2].Pitch, melody[3].Pitch);
        Assert.Equal((2, 1), (played.Summary.NotesDetached, played.Summary.OctaveMoves + played.Summary.IntervalMoves));
    }

    [Fact]
    public void An_approach_note_goes_a_semitone_to_a_chord_tone_where_it_can()
    {
        string[] cell = ["C,0.250,<P4,m-2>", "A,0.250,<P4,m-2>", "C,0.250,<d4,M-2>"];
        string[] tokens = [.. Enumerable.Repeat(cell, 20).SelectMany(token => token)];
        int resolved = 0, approaches = 0;
        foreach (var seed in Enumerable.Range(0, 10))
        {
            var melody = Play(tokens, Tunes.Of(2, 53, 57, 60, 64), seed).Solo.Melody;
            for (var i = 1; i + 1 < melody.Count; i += 3)
            {
                approaches++;
                if (Math.Abs(melody[i + 1].Pitch - melody[i].Pitch) == 1) resolved++;
            }
        }

        Assert.True(resolved > 0.75 * approaches, $"{resolved} of {approaches}");
    }

    [SharedDataFact]
    public void Tokens_of_the_corpus_make_a_line_of_small_steps_that_turns()
    {
        var vocabulary = Golden.Vocabulary();
        var changes = Golden.Changes();
        Random random = new(11);
        foreach (var seed in Enumerable.Range(0, 20))
        {
            string[] tokens = [.. Enumerable.Range(0, 50).Select(_ => vocabulary[random.Next(vocabulary.Length)])];
            var (solo, summary) = Play(tokens, changes, seed);
            var steps = solo.Melody.Zip(solo.Melody.Skip(1), (note, next) => next.Pitch - note.Pitch).ToArray();
            var turns = steps.Zip(steps.Skip(1)).Count(pair => Math.Sign(pair.First) * Math.Sign(pair.Second) < 0);
            Assert.InRange(steps.Average(Math.Abs), 1.5, 4.5);
            Assert.InRange(turns, 10, 30);
            Assert.True(summary.AsWritten > 35, summary.ToString());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("C")]
    [InlineData("Q,0.250")]
    [InlineData("C,-1.000")]
    [InlineData("C,0.250,<P5>")]
    [InlineData("C,0.250,<P5,Z1>")]
    public void A_token_that_cannot_be_read_is_an_error(string token)
    {
        foreach (var style in Enum.GetValues<SoloStyle>())
            Assert.Throws<MusicException>(() => SoloRealizer.Realize(["C,0.250", token], Tunes.TwoFive, new SoloSettings(style)));
    }

    [Fact]
    public void A_solo_that_would_hardly_end_is_an_error()
    {
        var error = Assert.Throws<MusicException>(() => Play(["C,600000.000", "C,600000.000"], Tunes.TwoFive));
        Assert.Contains("ask for fewer notes", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-130)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_tempo_that_cannot_be_played_is_an_error(double tempo) =>
        Assert.Throws<MusicException>(() => SoloRealizer.Realize([], Tunes.TwoFive, new SoloSettings(BeatsPerMinute: tempo)));

    [Fact]
    public void The_summary_prints_what_happened()
    {
        var text = Play(["C,0.500,<P1,P1>", "C,0.500,<P1,P1>", "R,71.000"], Tunes.Of(1, 60, 64, 67)).Summary.ToString();
        Assert.Equal("3 tokens over 1 measure: 2 notes, 1 rest, 1 detached, 1 rest shortened", text);
    }

    private static RealizedSolo Play(IReadOnlyList<string> tokens, Changes changes, int seed = 0) =>
        SoloRealizer.Realize(tokens, changes, new SoloSettings(SoloStyle.Played, seed));

    private static string Describe(SoloStyle style, int seed, string[] tokens)
    {
        var solo = SoloRealizer.Realize(tokens, Tunes.TwoFive, new SoloSettings(style, seed)).Solo;
        var chords = solo.Chords.Select(chord => $"{chord.Start} {chord.Length} {string.Join(',', chord.Pitches)}");
        return string.Join(' ', solo.Melody) + string.Join(' ', chords);
    }
}
