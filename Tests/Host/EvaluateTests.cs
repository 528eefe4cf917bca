using System.Text.Json.Nodes;
using System.Xml.Linq;
using GpuJazz.Music;

namespace GpuJazz.Tests.Host;

public sealed class EvaluateTests(SmallModel small) : IClassFixture<SmallModel>
{
    [Fact]
    public void Json_has_every_measure_of_every_solo_and_of_the_tunes()
    {
        var json = Evaluate("--model", small.Path, "--count", "3", "--notes", "20", "--seed", "5");
        Assert.Equal(small.Path, (string?)json["model"]);
        Assert.Equal(3, json["solos"]!.AsArray().Count);
        foreach (var values in json["solos"]!.AsArray().Append(json["mean"]).Append(json["tunes"]))
            Assert.All(SoloMeasure.All, measure => Assert.True(values!.AsObject().ContainsKey(measure.Key), measure.Key));
        Assert.All(json["solos"]!.AsArray(), solo => Assert.InRange((int)solo!["longest_copy"]!["notes"]!, 2, 20));
        Assert.Null(json["perplexity"]);
        Assert.Empty(json["remarks"]!.AsArray());
    }

    [Fact]
    public void A_solo_over_changes_is_that_of_generate()
    {
        using var folder = new TemporaryFolder();
        CommandRun.OutputOf("generate", "--model", small.Path, "--chords", "| Dm7 | G7 |", "--seed", "6", "--out", folder.File("solo.mid"));
        var improvised = Evaluate("--model", small.Path, "--chords", "| Dm7 | G7 |", "--seed", "5", "--count", "2")["solos"]![1]!;
        var written = Evaluate(folder.File("solo.mid"))["solos"]![0]!;
        Assert.Equal("solo.mid", (string?)written["name"]);

        // A file has the chords that are played, and not what the solo says of them.
        foreach (var key in SoloMeasure.All.Select(measure => measure.Key).Except(["strong_chord_tones", "chord_irregularity"]))
            Assert.True(JsonNode.DeepEquals(improvised[key], written[key]), key);
    }

    [Fact]
    public void Held_out_tunes_are_foretold_by_the_model_and_by_counting()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("held.abc"), "X:1\nT:Held out\nM:4/4\nL:1/8\nK:F\n\"F7\"FA cA FA c2 | \"Bb7\"B2 dB _AF B2 | \"F7\"z7 _G/_G/ |]\n");
        var perplexity = Evaluate("--model", small.Path, "--count", "0", "--data", folder.File("held.abc"))["perplexity"]!;
        Assert.Equal(1, (int)perplexity["tunes"]!);
        Assert.True((int)perplexity["unknown_tokens"]! > 0);
        Assert.InRange((int)perplexity["tokens"]!, 5, 20);
        foreach (var foreteller in new[] { "model", "five_gram", "unigram" }) Assert.InRange((double)perplexity[foreteller]!["perplexity"]!, 1, 1000);
    }

    [Fact]
    public void Tunes_that_were_learned_are_well_foretold_by_counting_and_named()
    {
        var json = Evaluate("--model", small.Path, "--count", "0", "--data", "stairwell");
        Assert.True((double)json["perplexity"]!["five_gram"]!["perplexity"]! < (double)json["perplexity"]!["unigram"]!["perplexity"]!);
        Assert.Contains("stairwell", (string?)json["remarks"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_tune_among_the_solos_is_found_to_be_a_copy_from_its_first_bar()
    {
        using var folder = new TemporaryFolder();
        CommandRun.OutputOf("inspect", "long-shadows", "--export", folder.File("mine.mid"));
        var solo = Evaluate(folder.File("mine.mid"))["solos"]![0]!;
        Assert.Equal((int)solo["notes"]!, (int)solo["longest_copy"]!["notes"]!);
        Assert.Equal(("long-shadows", 1, 1), ((string?)solo["longest_copy"]!["tune"], (int)solo["longest_copy"]!["tune_bar"]!, (int)solo["longest_copy"]!["bar"]!));
    }

    [Fact]
    public void A_model_of_other_tunes_asks_for_them()
    {
        using var folder = new TemporaryFolder();
        CommandRun.OutputOf([.. SmallModel.Train(folder.File("out"), "--data", "stairwell", "--rests", "melody")]);
        string[] model = ["--model", Path.Combine(folder.File("out"), "model.safetensors"), "--count", "1"];
        var alone = Evaluate(model);
        Assert.Contains("--corpus", (string?)alone["remarks"]![0], StringComparison.Ordinal);
        Assert.Null(alone["tunes"]);
        Assert.Null(alone["solos"]![0]!["longest_copy"]);
        Assert.Empty(Evaluate([.. model, "--corpus", "stairwell"])["remarks"]!.AsArray());
        Assert.Contains("not quite", (string?)Evaluate([.. model, "--corpus", "long-shadows"])["remarks"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_is_well_formed_and_has_a_player_and_pictures_of_each_solo()
    {
        using var folder = new TemporaryFolder();
        CommandRun.OutputOf("inspect", "stairwell", "--export", folder.File("a & <b>.mid"));
        CommandRun.OutputOf("evaluate", folder.File("a & <b>.mid"), "--model", small.Path, "--count", "2", "--data", "stairwell", "--html", folder.File("page.html"));
        var text = File.ReadAllText(folder.File("page.html"));
        Assert.StartsWith("<!DOCTYPE html>\n<html", text, StringComparison.Ordinal);
        var page = XDocument.Parse(text[text.IndexOf('\n', StringComparison.Ordinal)..]);
        var articles = page.Descendants("article").ToArray();
        Assert.Equal(3, articles.Length);
        Assert.All(articles, article => Assert.Single(article.Descendants("button")));
        Assert.All(articles, article => Assert.NotEmpty(JsonNode.Parse(article.Descendants("script").Single().Value)!["melody"]!.AsArray()));
        Assert.Equal(3, articles[0].Descendants().Count(element => element.Name.LocalName == "svg"));
        Assert.Equal("a & <b>.mid", articles[0].Element("h2")!.Value);
        Assert.DoesNotContain("http", text.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(page.Descendants("a"), link => Assert.Contains(articles, article => "#" + article.Attribute("id")!.Value == link.Attribute("href")!.Value));
    }

    [Fact]
    public void Tables_name_the_measures_and_the_losses()
    {
        var output = CommandRun.OutputOf("evaluate", "--model", small.Path, "--count", "2", "--data", "stairwell");
        foreach (var text in new[] { "Held out: 1 tune", "unigram", "5-gram", "LSTM of 8 units", "chord tones", "tunes learned", "copied from" })
            Assert.Contains(text, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing to evaluate")]
    [InlineData("--data", "stairwell", "--data", "long-shadows")]
    [InlineData("--count", "stairwell", "--count", "3")]
    [InlineData("page.mid", "stairwell", "--html", "page.mid")]
    public void What_can_t_be_is_refused(string named, params string[] arguments) => CommandRun.Of(["evaluate", .. arguments]).MustFail(2, named);

    [Fact]
    public void A_solo_that_is_not_there_is_named() => CommandRun.Of("evaluate", "no-such.mid").MustFail(1, "no-such.mid");

    private static JsonNode Evaluate(params string[] arguments) => JsonNode.Parse(CommandRun.OutputOf(["evaluate", .. arguments, "--json"]))!;
}
