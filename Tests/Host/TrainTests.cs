using System.Text.Json.Nodes;

namespace GpuJazz.Tests.Host;

public sealed class TrainTests(SmallModel small) : IClassFixture<SmallModel>
{
    private static readonly string[] Written = ["loss.svg", "metrics.jsonl", "model.safetensors", "solo.mid", "solo.svg", "solo.wav"];
    private static readonly string[] Repeatable = ["loss.svg", "model.safetensors", "solo.mid", "solo.svg", "solo.wav"];

    [Fact]
    public void It_writes_all_its_files_and_says_what_to_do_next()
    {
        Assert.Equal(Written, Directory.EnumerateFiles(small.Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.All(Written, name => Assert.Contains(Path.Combine(small.Folder, name), small.Output, StringComparison.Ordinal));
        Assert.Contains($"generate --model {small.Path}", small.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', small.Output);
    }

    [Fact]
    public void Metrics_have_the_settings_and_a_line_for_each_epoch()
    {
        var lines = File.ReadAllLines(Path.Combine(small.Folder, "metrics.jsonl")).Select(line => JsonNode.Parse(line)!).ToArray();
        Assert.Equal(6, lines.Length);
        Assert.Equal(8, (int)lines[0]["hidden"]!);
        Assert.NotEqual("", (string?)lines[0]["accelerator"]);
        var corpus = JsonNode.Parse(CommandRun.OutputOf("inspect", "--hidden", "8", "--json"))!;
        Assert.Equal((int)corpus["corpus_length"]!, (int)lines[0]["corpus_length"]!);
        Assert.Equal(corpus["vocabulary"]!.AsArray().Count, (int)lines[0]["vocabulary_size"]!);
        Assert.Equal((int)corpus["parameter_count"]!, (int)lines[0]["parameter_count"]!);
        for (var epoch = 1; epoch <= 5; epoch++)
        {
            var losses = lines[epoch]["step_loss"]!.AsArray().Select(loss => (double)loss!).ToArray();
            Assert.Equal(epoch, (int)lines[epoch]["epoch"]!);
            Assert.Equal(30, losses.Length);
            Assert.Equal(0, losses[^1]);
            Assert.Equal(losses.Sum(), (double)lines[epoch]["loss"]!, 1e-3);
            Assert.Equal(30, lines[epoch]["step_accuracy"]!.AsArray().Count);
            Assert.True((double)lines[epoch]["seconds"]! >= 0);
        }

        Assert.True((double)lines[5]["loss"]! < (double)lines[1]["loss"]!);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        using var folder = new TemporaryFolder();
        CommandRun.OutputOf([.. SmallModel.Train(folder.File("same"))]);
        CommandRun.OutputOf([.. SmallModel.Train(folder.File("other"), "--seed", "1")]);
        Assert.All(Repeatable, name => Assert.Equal(Bytes(small.Folder, name), Bytes(folder.File("same"), name)));
        Assert.NotEqual(Bytes(small.Folder, "model.safetensors"), Bytes(folder.File("other"), "model.safetensors"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_run_that_goes_on_ends_with_the_same_bytes(int stoppedAfter)
    {
        // What a killed run leaves: the model of an earlier epoch than the metrics.
        using var folder = new TemporaryFolder();
        CommandRun.OutputOf([.. SmallModel.Train(folder.File("out"), "--epochs", $"{stoppedAfter}").Where(IsNotTheFirstEpochs())]);
        File.Copy(Path.Combine(small.Folder, "metrics.jsonl"), Path.Combine(folder.File("out"), "metrics.jsonl"), overwrite: true);
        var output = CommandRun.OutputOf([.. SmallModel.Train(folder.File("out"), "--resume")]);
        Assert.Contains($"after epoch {stoppedAfter}", output, StringComparison.Ordinal);
        Assert.All(Repeatable, name => Assert.Equal(Bytes(small.Folder, name), Bytes(folder.File("out"), name)));
        Assert.Equal(6, File.ReadAllLines(Path.Combine(folder.File("out"), "metrics.jsonl")).Length);
    }

    [Fact]
    public void A_preset_says_what_options_do_not_and_such_a_model_goes_on_and_improvises()
    {
        using var folder = new TemporaryFolder();
        string[] Train(string name, params string[] more) =>
        [
            "train", "--out", folder.File(name), "--accelerator", "cpu", "--preset", "deepjazz", "--hidden", "6", "--windows", "4", "--clip-norm", "1", .. more,
        ];
        CommandRun.OutputOf(Train("out", "--epochs", "3"));
        var settings = JsonNode.Parse(File.ReadLines(Path.Combine(folder.File("out"), "metrics.jsonl")).First())!;
        Assert.Equal(2, (int)settings["layers"]!);
        Assert.Equal(6, (int)settings["hidden"]!);
        Assert.Equal(
            """{"epochs":3,"batch":128,"steps":20,"windows":4,"learning_rate":0.001,"decay":0,"seed":0,"optimizer":"rmsprop","dropout":0.2,"clip_norm":1}""",
            settings["settings"]!.ToJsonString());

        CommandRun.OutputOf(Train("again", "--epochs", "1"));
        CommandRun.OutputOf(Train("again", "--epochs", "3", "--resume"));
        Assert.All(Repeatable, name => Assert.Equal(Bytes(folder.File("out"), name), Bytes(folder.File("again"), name)));
        CommandRun.Of(Train("out", "--epochs", "4", "--resume", "--dropout", "0.5")).MustFail(1, "--dropout 0.2");
        CommandRun.Of(Train("out", "--epochs", "4", "--resume", "--layers", "3")).MustFail(1, "--layers 2");
        var solo = folder.File("solo.mid");
        CommandRun.OutputOf("generate", "--model", Path.Combine(folder.File("out"), "model.safetensors"), "--accelerator", "cpu", "--out", solo);
        Assert.True(File.Exists(solo));
    }

    [Fact]
    public void A_finished_run_says_so_and_writes_what_is_missing()
    {
        using var folder = new TemporaryFolder();
        var output = folder.File("out");
        Directory.CreateDirectory(output);
        foreach (var name in Written.Order(StringComparer.Ordinal)) File.Copy(Path.Combine(small.Folder, name), Path.Combine(output, name));
        foreach (var name in Written) File.SetLastWriteTimeUtc(Path.Combine(output, name), DateTime.UnixEpoch);
        string[] again = [.. SmallModel.Train(output, "--resume")];

        var text = CommandRun.OutputOf(again);
        Assert.Contains("already trained for 5 epochs; give --epochs 10", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wrote", text, StringComparison.Ordinal);

        File.Delete(Path.Combine(output, "loss.svg"));
        Assert.Contains($"Wrote {Path.Combine(output, "loss.svg")}\n", CommandRun.OutputOf(again).ReplaceLineEndings("\n"), StringComparison.Ordinal);

        // A solo that is older than the model may be one of fewer epochs.
        File.WriteAllText(Path.Combine(output, "solo.svg"), "older");
        File.SetLastWriteTimeUtc(Path.Combine(output, "solo.svg"), DateTime.UnixEpoch.AddDays(-1));
        CommandRun.OutputOf(again);
        Assert.All(Repeatable, name => Assert.Equal(Bytes(small.Folder, name), Bytes(output, name)));
    }

    [Fact]
    public void To_go_on_without_a_model_is_to_start()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("starts at epoch 1", CommandRun.OutputOf([.. SmallModel.Train(folder.File("out"), "--resume")]), StringComparison.Ordinal);
        Assert.All(Repeatable, name => Assert.Equal(Bytes(small.Folder, name), Bytes(folder.File("out"), name)));
    }

    [Theory]
    [InlineData("--seed", "7", "0")]
    [InlineData("--decay", "0.5", "0.01")]
    [InlineData("--learning-rate", "0.5", "0.01")]
    [InlineData("--rests", "none", "melody")]
    public void To_go_on_with_another_setting_is_refused_by_its_name(string option, string value, string before) =>
        CommandRun.Of([.. SmallModel.Train(small.Folder, "--resume", option, value)]).MustFail(1, option, before, small.Path);

    [Fact]
    public void To_go_on_with_other_tunes_is_refused()
    {
        var name = (string)JsonNode.Parse(CommandRun.OutputOf("inspect", "--json"))!["tunes"]![1]!["name"]!;
        CommandRun.Of([.. SmallModel.Train(small.Folder, "--resume", "--data", name, "--rests", "melody")]).MustFail(1, "--data", "vocabulary", small.Path);
    }

    [Fact]
    public void Tunes_that_are_shorter_than_a_window_are_refused()
    {
        using var folder = new TemporaryFolder();
        CommandRun.Of([.. SmallModel.Train(folder.File("out"), "--steps", "9999")]).MustFail(1, "--steps");
        Assert.Empty(folder.Names());
    }

    private static Func<string, int, bool> IsNotTheFirstEpochs()
    {
        var arguments = SmallModel.Train("").ToList();
        var first = arguments.IndexOf("--epochs");
        return (_, place) => place != first && place != first + 1;
    }

    private static byte[] Bytes(string folder, string name) => File.ReadAllBytes(Path.Combine(folder, name));
}
