using System.Text.Json.Nodes;
using GpuJazz.Host.Learned;
using GpuJazz.Music;

namespace GpuJazz.Tests.Host;

/// <summary>Models whose tokens name pitches and places, from the tunes to a solo.</summary>
public sealed class AbsoluteModelTests(AbsoluteModels models) : IClassFixture<AbsoluteModels>
{
    [Fact]
    public void The_file_says_it_and_a_run_goes_on_only_with_the_same_tokens()
    {
        var model = ModelFile.Read(models.Of("none"));
        Assert.Equal(TokenKind.Absolute, model.Tunes.Tokens);
        Assert.All(model.Tunes.Vocabulary.Values, token => Assert.True(token == Vocabulary.Unknown || TokenText.IsToken(token, TokenKind.Absolute)));
        models.Train("none", "none", "--resume", "--tokens", "deepjazz").MustFail(1, "--resume", "--tokens absolute");
        models.Train("none", "none", "--resume", "--transpose", "c").MustFail(1, "--resume", "--transpose all");
    }

    [Fact]
    public void A_tune_is_learned_in_twelve_keys_and_what_is_rare_is_unknown_and_counted()
    {
        var output = models.Train("once", "none", "--epochs", "1").Output;
        Assert.Contains("Tunes: 60 ", output, StringComparison.Ordinal);
        Assert.Matches(@"Held out: 1 tune \([a-z-]+\), \d+ tokens, \d+ % of them known", output);
        Assert.Contains("Unknown: tokens met fewer than 3 times", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--bars", "6", "--chords", "blues in Bb")]
    [InlineData("--bars", "4", "--chords", "| Dm7 | G7 | Cmaj7 | % |", "--key", "Eb")]
    [InlineData("--range", "C5-E6", "--count", "2", "--max-copy", "4")]
    [InlineData("--density", "3..4", "--repetition-penalty", "1.3", "--temperature", "1")]
    [InlineData("--primer", "stairwell", "--bars", "4", "--key", "D")]
    [InlineData("--primer", "stairwell", "--trade", "8", "--chords", "blues in F", "--swing", "1.5")]
    public void A_model_that_hears_chords_obeys_every_control(params string[] options) => Play("chords", options);

    [Theory]
    [InlineData("--bars", "6", "--beam", "4", "--max-copy", "100")]
    [InlineData("--range", "C5-E6", "--count", "2", "--best", "1", "--repetition-penalty", "1.3")]
    [InlineData("--primer", "stairwell", "--trade", "4", "--key", "D")]
    [InlineData("--density", "2")]
    public void A_model_that_hears_none_obeys_those_that_do_not_name_chords(params string[] options) => Play("none", options);

    [Theory]
    [InlineData("none", "--chords", "--chords", "blues")]
    [InlineData("none", "--chords", "--chords", "blues", "--primer", "stairwell")]
    [InlineData("none", "--key", "--key", "Bb")]
    [InlineData("none", "--style original", "--style", "original")]
    [InlineData("chords", "--style original", "--style", "original")]
    [InlineData("chords", "--beam", "--beam", "4")]
    public void What_it_can_not_do_is_refused_in_a_line_before_anything_is_written(string condition, string named, params string[] options)
    {
        using var folder = new TemporaryFolder();
        CommandRun.Of(["generate", "--model", models.Of(condition), "--accelerator", "cpu", "--out", folder.File("solo.mid"), .. options]).MustFail(2, named);
        Assert.Empty(folder.Names());
        if (options is ["--chords" or "--style", _]) CommandRun.Of(["evaluate", "--model", models.Of(condition), .. options]).MustFail(2, named);
    }

    [Fact]
    public void Bars_are_filled_and_every_note_stands_where_its_token_says()
    {
        var solo = Play("chords", "--bars", "8", "--chords", "blues", "--temperature", "1");
        Assert.Equal(Beats.Quarters(32), solo.Solo.End);
        var sounding = solo.Tokens.Select(AbsoluteToken.Parse).Where(token => token.Pitch is not null).ToArray();
        Assert.Equal(
            sounding.Select(token => (token.Position.Twelfths, token.Pitch!.Value % 12)),
            solo.Solo.Melody.Select(note => (note.Start.Twelfths % 48, note.Pitch % 12)));
    }

    [Fact]
    public void A_line_over_chords_in_another_key_is_another_line()
    {
        var inC = Play("chords", "--chords", "blues in C").Tokens;
        Assert.Equal(inC, Play("chords", "--chords", "blues", "--key", "C").Tokens);
        Assert.NotEqual(inC, Play("chords", "--chords", "blues in F#").Tokens);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("chords")]
    public void It_is_evaluated_as_it_was_trained(string condition)
    {
        string[] evaluate = ["evaluate", "--model", models.Of(condition), "--accelerator", "cpu", "--json"];
        var json = JsonNode.Parse(CommandRun.OutputOf([.. evaluate, "--count", "2"]))!;
        var losses = File.ReadLines(models.File($"{condition}/metrics.jsonl")).Skip(1).Select(line => (double)JsonNode.Parse(line)!["held_out_loss"]!);
        Assert.Equal(losses.Min(), (double)json["perplexity"]!["model"]!["nats"]!, 1e-6);
        Assert.NotNull(json["perplexity"]!["five_gram"]);
        Assert.Equal(2, json["solos"]!.AsArray().Count);
        Assert.True((int)JsonNode.Parse(CommandRun.OutputOf([.. evaluate, "--count", "0", "--data", "stairwell"]))!["perplexity"]!["tokens"]! > 300);
    }

    [Fact]
    public void Inspect_shows_the_tokens()
    {
        var json = JsonNode.Parse(CommandRun.OutputOf("inspect", "stairwell", "--tokens", "absolute", "--json"))!;
        Assert.StartsWith("70,1.000@0.000 74,0.667@1.000", (string)json["measures"]![0]!, StringComparison.Ordinal);
    }

    private (string[] Tokens, Solo Solo) Play(string condition, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var json = JsonNode.Parse(CommandRun.OutputOf(
            ["generate", "--model", models.Of(condition), "--accelerator", "cpu", "--seed", "3", "--out", folder.File("solo.mid"), "--json", .. options]))!;
        var file = (string)json["solos"]![0]!["files"]![0]!;
        return ([.. json["solos"]![0]!["tokens"]!.AsArray().Select(token => (string)token!)], SoloMidi.FromMidi(MidiLoader.Load(file), "solo"));
    }
}
