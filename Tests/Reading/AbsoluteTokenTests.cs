using GpuJazz.Music;

namespace GpuJazz.Tests.Reading;

/// <summary>Tokens that name pitches and places: their text, and how tunes are told in them.</summary>
public sealed class AbsoluteTokenTests
{
    private static readonly Beats Bar = Beats.Quarters(4);

    [Theory]
    [InlineData("74,0.500@1.500", 74, 6, 18)]
    [InlineData("0,0.083@0.000", 0, 1, 0)]
    [InlineData("127,71.000@3.917", 127, 852, 47)]
    [InlineData("R,0.333@2.667", null, 4, 32)]
    public void A_token_is_read_and_written(string text, int? pitch, int duration, int position)
    {
        var token = AbsoluteToken.Parse(text);
        Assert.Equal(new AbsoluteToken(pitch, new Beats(duration), new Beats(position)), token);
        Assert.Equal(text, token.ToString());
        Assert.True(TokenText.IsToken(text, TokenKind.Absolute));
        Assert.False(TokenText.IsToken(text, TokenKind.DeepJazz));
        Assert.Equal((true, pitch is null, duration), (TokenText.IsAbsolute(text), TokenText.IsRest(text), TokenText.DurationOf(text).Twelfths));
    }

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("?")]
    [InlineData("C,0.500")]
    [InlineData("C,0.500@1.000")]
    [InlineData("74,0.500")]
    [InlineData("74@0.500,1.000")]
    [InlineData("128,0.500@1.000")]
    [InlineData("-1,0.500@1.000")]
    [InlineData("+74,0.500@1.000")]
    [InlineData("74,0.000@1.000")]
    [InlineData("74,0.510@1.000")]
    [InlineData("74,0.500@-1.000")]
    [InlineData("74,0.500@1.000@2.000")]
    [InlineData("74,0.500@1,000")]
    public void What_is_no_token_is_refused_by_a_line_that_shows_one(string text)
    {
        Assert.Contains($"'{text}' is not a token; write one such as 74,0.500@1.500", Assert.Throws<MusicException>(() => AbsoluteToken.Parse(text)).Message, StringComparison.Ordinal);
        Assert.False(TokenText.IsToken(text, TokenKind.Absolute));
    }

    [Fact]
    public void Fewer_decimals_mean_the_same_and_are_not_how_it_is_written()
    {
        Assert.Equal("74,0.250@1.500", AbsoluteToken.Parse("74,0.25@1.5").ToString());
        Assert.False(TokenText.IsToken("74,0.25@1.5", TokenKind.Absolute));
    }

    [Fact]
    public void A_place_counts_from_its_bar_and_a_pick_up_is_the_end_of_one()
    {
        var tune = Tune(
            (new Beats(0), new Beats(12), [new(new(0), new(12), 67)]),
            (new Beats(12), Bar, [new(new(12), new(6), 72), new(new(18), new(6), null), new(new(24), new(48), 74)]),
            (new Beats(60), Bar, [new(new(84), new(4), 76)]));
        Assert.Equal(
            [["67,1.000@3.000"], ["72,0.500@0.000", "R,0.500@0.500", "74,4.000@1.000"], ["76,0.333@2.000"]],
            Tokenizer.Tokens(tune, TokenKind.Absolute));
    }

    [Fact]
    public void What_would_last_into_the_next_ends_with_it()
    {
        var tune = Tune((new Beats(0), Bar, [new(new(0), new(12), 67), new(new(6), new(60), 69)]), (Bar, Bar, [new(Bar, new(6), 71), new(Bar, new(6), 72)]));
        Assert.Equal([["67,0.500@0.000", "69,3.500@0.500"], ["71,0.500@0.000", "72,0.500@0.000"]], Tokenizer.Tokens(tune, TokenKind.Absolute));
    }

    [Fact]
    public void Each_tune_of_the_project_is_the_same_notes_again_when_its_tokens_are_laid_out()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(SharedData.RepositoryRoot, "data"), "*.abc"))
        {
            using var text = File.OpenText(path);
            var file = AbcReader.Read(text, path);
            foreach (var rests in Enum.GetValues<RestsKind>())
            {
                foreach (var tune in Transposition.Of(TuneReader.Read(file, path, new ReadingOptions(ReadingKind.Auto, rests)), TransposeKind.All))
                    RequireRoundTrip(tune);
            }
        }
    }

    // Notes and tokens must be those of the tune; but whole bars of silence are not told where rests are none.
    private static void RequireRoundTrip(Tune tune)
    {
        string[] tokens = [.. Tokenizer.Tokens(tune, TokenKind.Absolute).SelectMany(measure => measure)];
        var layout = TokenLayout.Of(tokens, tune.MeasureLength);
        var melody = tune.Measures.SelectMany(measure => measure.Melody).ToArray();
        var skipped = Beats.Zero;
        Beats? end = null;
        var places = layout.Notes.ToDictionary(note => note.Number);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (end is { } last && melody[i].Start - last >= tune.MeasureLength) skipped += tune.MeasureLength * (melody[i].Start - last).DividedBy(tune.MeasureLength);
            end = melody[i].End;
            if (melody[i].Pitch is not { } pitch) continue;
            var token = AbsoluteToken.Parse(tokens[i]);
            Assert.Equal((pitch, melody[i].Length), (token.Pitch, token.Duration));
            Assert.Equal((melody[i].Start - skipped, melody[i].Length), (places[i].Start, places[i].Length));
        }

        Assert.Equal(melody.Count(element => element.IsRest), layout.Rests);
        var played = layout.Notes.Select(note => new MelodyEvent(note.Start, note.Length, AbsoluteToken.Parse(tokens[note.Number]).Pitch)).ToArray();
        var again = Tune([.. Enumerable.Range(0, layout.End.DividedBy(tune.MeasureLength) + 1).Select(bar => (
            tune.MeasureLength * bar, tune.MeasureLength, played.Where(note => note.Start.DividedBy(tune.MeasureLength) == bar).ToArray()))]);
        Assert.Equal(
            tokens.Where(token => !TokenText.IsRest(token)), Tokenizer.Tokens(again, TokenKind.Absolute).SelectMany(measure => measure));
    }

    private static Tune Tune(params (Beats Start, Beats Length, MelodyEvent[] Melody)[] measures) => new(
        "tune",
        [.. measures.Select((measure, number) => new Measure(number, measure.Start, measure.Length, measure.Melody, [new Chord(measure.Start, measure.Length, [60, 64, 67])]))],
        Bar, 120, []);
}
