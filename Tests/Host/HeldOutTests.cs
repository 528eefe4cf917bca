using System.Text.Json.Nodes;
using GpuJazz.Host.Cli;
using GpuJazz.Host.Corpus;
using GpuJazz.Host.Learned;
using GpuJazz.Music;

namespace GpuJazz.Tests.Host;

/// <summary>Tunes that are held out of training, and tokens that are met too rarely to be learned.</summary>
public sealed class HeldOutTests : IDisposable
{
    private static readonly string[] Repeatable = ["best.safetensors", "loss.svg", "model.safetensors", "solo.mid", "solo.svg", "solo.wav"];

    // At this step length the held-out loss soon rises, so that training stops after a few epochs.
    private static readonly string[] Learning = ["--hidden", "8", "--learning-rate", "0.05", "--windows", "40", "--batch", "8"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(2, 0.01, 1)]
    [InlineData(2, 0.5, 1)]
    [InlineData(3, 0.5, 2)]
    [InlineData(6, 0.17, 1)]
    [InlineData(40, 0.17, 7)]
    [InlineData(2, 1, 1)]
    public void A_draw_has_its_share_and_leaves_a_tune_to_learn(int tunes, double share, int expected)
    {
        var sources = Sources([.. Enumerable.Range(0, tunes).Select(i => $"{i}")]);
        var drawn = HeldOutTunes.Draw(sources, share, seed: 5);
        Assert.Equal(expected, drawn.Count);
        Assert.Subset(sources.Select(source => source.Name).ToHashSet(), drawn.ToHashSet());
        Assert.Equal(drawn, HeldOutTunes.Draw(sources, share, seed: 5));
        Assert.Empty(HeldOutTunes.Draw(sources, 0, seed: 5));
    }

    [Fact]
    public void Another_seed_draws_other_tunes_and_in_time_every_tune()
    {
        var sources = Sources("a", "b", "c", "d");
        var drawn = Enumerable.Range(0, 50).Select(seed => HeldOutTunes.Draw(sources, 0.25, seed).Single()).ToHashSet();
        Assert.Equal(["a", "b", "c", "d"], drawn.Order());
    }

    [Fact]
    public void Tunes_of_one_name_are_drawn_together_and_never_all()
    {
        for (var seed = 0; seed < 20; seed++) Assert.Single(HeldOutTunes.Draw(Sources("a", "a", "a", "b"), 0.5, seed));
        Assert.Throws<CommandException>(() => HeldOutTunes.Draw(Sources("a", "a"), 0.5, 0));
    }

    [Fact]
    public void A_corpus_of_one_tune_has_none_to_hold_out()
    {
        CommandRun.Of("train", "--data", "stairwell", "--held-out", "0.2", "--out", folder.File("out")).MustFail(2, "--held-out", "'stairwell'");
        CommandRun.Of("train", "--patience", "3", "--out", folder.File("out")).MustFail(2, "--patience", "--held-out");
        CommandRun.Of("train", "--min-count", "100000", "--out", folder.File("out")).MustFail(1, "--min-count 100000");
        Assert.Empty(folder.Names());
    }

    [Fact]
    public void Training_stops_and_says_what_was_held_out_and_keeps_the_best_model()
    {
        var output = Train("out", "--epochs", "60");
        var lines = Lines("out");
        var losses = lines[1..].Select(line => (double)line["held_out_loss"]!).ToArray();
        var best = Array.IndexOf(losses, losses.Min()) + 1;
        Assert.Equal(best + 3, losses.Length);
        Assert.InRange(losses.Length, 4, 59);
        var (model, kept) = (Model("out", "model"), Model("out", "best"));
        Assert.Equal((losses.Length, best), (model.State.Epoch, kept.State.Epoch));
        Assert.Equal(HeldOutTunes.Draw(EmbeddedTunes.All, 0.3, 0).Order(), kept.Tunes.HeldOut.Order());
        Assert.DoesNotContain(kept.Tunes.Tunes, tune => kept.Tunes.HeldOut.Contains(tune.Name));
        Assert.Matches($@"Held out: \d+ tunes \({string.Join(", ", kept.Tunes.HeldOut)}\), \d+ tokens, \d+\s?% of them known", output);
        Assert.Contains(FormattableString.Invariant($"best after epoch {best}, loss {losses.Min():F3} a token, perplexity {Math.Exp(losses.Min()):F2}"), output, StringComparison.Ordinal);
        Assert.Contains($"generate --model {folder.File("out/best.safetensors")}", output, StringComparison.Ordinal);
        Assert.Contains("held out:", File.ReadAllText(folder.File("out/loss.svg")), StringComparison.Ordinal);

        // What is said to come next works.
        CommandRun.OutputOf("generate", "--model", folder.File("out/best.safetensors"), "--accelerator", "cpu", "--out", folder.File("solo.mid"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_run_that_was_killed_goes_on_to_the_same_bytes(int killedAfter)
    {
        Train("whole", "--epochs", "60", "--save-every", "2");
        Train("killed", "--epochs", $"{killedAfter}", "--save-every", "2");

        // Metrics and the best model may be of later epochs than the model.
        foreach (var name in new[] { "metrics.jsonl", "best.safetensors" }) File.Copy(folder.File($"whole/{name}"), folder.File($"killed/{name}"), overwrite: true);
        Train("killed", "--epochs", "60", "--save-every", "2", "--resume");
        Assert.All(Repeatable, name => Assert.Equal(File.ReadAllBytes(folder.File($"whole/{name}")), File.ReadAllBytes(folder.File($"killed/{name}"))));
        Assert.Equal(
            Lines("whole")[1..].Select(line => line["held_out_loss"]!.ToJsonString()), Lines("killed")[1..].Select(line => line["held_out_loss"]!.ToJsonString()));

        var again = Train("killed", "--epochs", "60", "--resume");
        Assert.Contains("give a greater --patience to go on", again, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(folder.File("whole/model.safetensors")), File.ReadAllBytes(folder.File("killed/model.safetensors")));
        CommandRun.Of(Arguments("killed", "--resume", "--seed", "9")).MustFail(1, "--seed");
        CommandRun.Of(Arguments("killed", "--resume", "--min-count", "2")).MustFail(1, "--min-count 1");
        CommandRun.Of(["train", "--out", folder.File("killed"), "--accelerator", "cpu", .. Learning, "--resume"]).MustFail(1, "--held-out", "no tune");
    }

    [Fact]
    public void A_new_run_without_tunes_held_out_leaves_no_best_model_of_another()
    {
        Train("out", "--epochs", "2");
        Assert.True(File.Exists(folder.File("out/best.safetensors")));
        CommandRun.OutputOf([.. SmallModel.Train(folder.File("out"))]);
        Assert.False(File.Exists(folder.File("out/best.safetensors")));
    }

    [Fact]
    public void Rare_tokens_are_learned_as_one_that_is_never_played()
    {
        var output = Train("out", "--epochs", "6", "--min-count", "40");
        Assert.Contains("Unknown: tokens met fewer than 40 times", output, StringComparison.Ordinal);
        var model = Model("out", "best");
        Assert.Equal(40, model.Tunes.MinCount);
        Assert.Contains(Vocabulary.Unknown, model.Tunes.Vocabulary.Values);
        Assert.InRange(model.Tunes.Vocabulary.Count, 3, 40);

        // Most of what was learned is unknown tokens, so that a model that could play them would.
        string[] hot = ["--temperature", "100", "--notes", "200", "--count", "3", "--json"];
        foreach (var more in new[] { ["--sampling", "argmax", "--json"], ["--top-k", "1", "--json"], ["--top-p", "0.5", "--json"], hot })
        {
            var text = CommandRun.OutputOf(
                ["generate", "--model", folder.File("out/best.safetensors"), "--accelerator", "cpu", "--out", folder.File("solo.mid"), .. more]);
            Assert.DoesNotContain($"\"{Vocabulary.Unknown}\"", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Only_what_is_met_often_enough_in_learned_tunes_is_known()
    {
        var numbers = new TokenNumbers();
        numbers.AddHeldOut(["only here", "often", "often", "rare"]);
        numbers.Add(["often", "rare", "often"]);
        var (vocabulary, learned, heldOut) = numbers.Sorted(minCount: 2);
        Assert.Equal([Vocabulary.Unknown, "often"], vocabulary.Values);
        Assert.Equal([1, 0, 1], learned[0]);
        Assert.Equal([0, 1, 1, 0], heldOut[0]);
        Assert.Equal(0.5, new HeldOutTunes(["held"], heldOut).Coverage(vocabulary.UnknownIndex));

        numbers = new TokenNumbers();
        numbers.Add(["often", "rare", "often"]);
        numbers.AddHeldOut(["only here", "rare"]);
        (vocabulary, learned, heldOut) = numbers.Sorted(minCount: 1);
        Assert.Equal(-1, vocabulary.UnknownIndex);
        Assert.Equal([-1, 1], heldOut[0]);
        Assert.Equal(0.5, new HeldOutTunes(["held"], heldOut).Coverage(vocabulary.UnknownIndex));
    }

    [Theory]
    [InlineData("none", 1)]
    [InlineData("c", 3)]
    [InlineData("all", 1)]
    public void Evaluate_foretells_what_was_held_out_unless_other_tunes_are_named(string keys, int minCount)
    {
        Train("out", "--epochs", "2", "--transpose", keys, "--min-count", $"{minCount}");
        string[] evaluate = ["evaluate", "--model", folder.File("out/model.safetensors"), "--count", "0", "--accelerator", "cpu"];
        var json = JsonNode.Parse(CommandRun.OutputOf([.. evaluate, "--json"]))!;
        Assert.Empty(json["remarks"]!.AsArray());
        var perplexity = json["perplexity"]!;
        var heldOut = Model("out", "model").Tunes.HeldOut;
        Assert.Equal(heldOut.Count, (int)perplexity["tunes"]!);
        Assert.Equal((double)Lines("out")[^1]["held_out_loss"]!, (double)perplexity["model"]!["nats"]!, 1e-9);
        foreach (var foreteller in new[] { "five_gram", "unigram" }) Assert.InRange((double)perplexity[foreteller]!["perplexity"]!, 1, 1000);

        // They are the same tunes by name, and others give other numbers.
        var named = JsonNode.Parse(CommandRun.OutputOf([.. evaluate, "--json", "--data", .. heldOut]))!["perplexity"]!;
        Assert.Equal((double)perplexity["model"]!["nats"]!, (double)named["model"]!["nats"]!, 1e-9);
        Assert.Equal((int)perplexity["unknown_tokens"]!, (int)named["unknown_tokens"]!);
        var other = JsonNode.Parse(CommandRun.OutputOf([.. evaluate, "--json", "--data", EmbeddedTunes.All.First(tune => !heldOut.Contains(tune.Name)).Name]))!;
        Assert.NotEqual((double)perplexity["model"]!["nats"]!, (double)other["perplexity"]!["model"]!["nats"]!);
        Assert.Contains("Held out: ", CommandRun.OutputOf(evaluate), StringComparison.Ordinal);
    }

    private string Train(string name, params string[] more) => CommandRun.OutputOf(Arguments(name, more));

    private string[] Arguments(string name, params string[] more) =>
        ["train", "--out", folder.File(name), "--accelerator", "cpu", .. Learning, "--held-out", "0.3", "--patience", "3", .. more];

    private ModelFile Model(string name, string file) => ModelFile.Read(folder.File($"{name}/{file}.safetensors"));

    private JsonNode[] Lines(string name) => [.. File.ReadAllLines(folder.File($"{name}/metrics.jsonl")).Select(line => JsonNode.Parse(line)!)];

    private static IReadOnlyList<TuneSource> Sources(params string[] names) =>
        [.. names.Select(name => new TuneSource(name, () => throw new InvalidOperationException("a draw reads no tune")))];
}
