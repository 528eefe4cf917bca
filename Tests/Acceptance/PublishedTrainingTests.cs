using System.Text.Json.Nodes;
using GpuJazz.Tests.Host;

namespace GpuJazz.Tests.Acceptance;

/// <summary>The losses of the default training on the published file, as <c>metrics.jsonl</c> tells them.</summary>
[Collection(TrainedModelGroup.Name)]
public sealed class PublishedTrainingTests(TrainedModel model)
{
    private const int Steps = 30;

    [SharedDataFact]
    public void Without_rests_the_losses_are_the_published_ones() => Check(model.Folder, (78, 193, 41_678), (125.2, 126.4), (5.4, 6.7));

    [SharedDataFact]
    public void With_rests_too()
    {
        using var folder = new TemporaryFolder();
        CommandRun.OutputOf("train", "--data", Published.Tune, "--rests", "melody", "--out", folder.File("out"), "--accelerator", "cpu");
        Check(folder.File("out"), (90, 275, 45_530), (129.3, 130.5), (6.5, 9.5));
    }

    [SharedDataTheory]
    [InlineData("tf32")]
    [InlineData("bf16")]
    public void Rounded_factors_reach_the_same_losses(string precision)
    {
        using var folder = new TemporaryFolder();
        CommandRun.OutputOf("train", "--data", Published.Tune, "--precision", precision, "--out", folder.File("out"), "--accelerator", "cpu");
        Check(folder.File("out"), (78, 193, 41_678), (125.2, 126.4), (5.4, 6.7));
    }

    [SharedDataFact]
    public void The_trained_weights_have_the_loss_that_was_told()
    {
        var golden = Published.Golden("78");
        var tokens = golden["measures"].Texts().SelectMany(measure => measure.Split(' ')).ToArray();
        var values = golden["vocabulary"].Texts();
        int[] corpus = [.. tokens.Select(token => Array.IndexOf(values, token))];
        var lstm = new PlainLstm(SafetensorsContent.Read(model.Path));
        var loss = golden["window_starts"].Numbers().Average(start => lstm.Loss(corpus.AsSpan((int)start, Steps)));

        // The told one is the mean over the last epoch's updates, each made before its step; these are the weights after it.
        Assert.InRange(loss, 3.82, 6.7);
        Assert.Equal((double)Published.Metrics(model.Folder)[^1]["loss"]!, loss, 0.1);
    }

    private static void Check(
        string folder, (int Values, int Tokens, int Parameters) sizes, (double Low, double High) first, (double Low, double High) last)
    {
        var lines = Published.Metrics(folder);
        var head = lines[0];
        Assert.Equal(sizes, ((int)head["vocabulary_size"]!, (int)head["corpus_length"]!, (int)head["parameter_count"]!));
        Assert.NotEqual("", (string)head["accelerator"]!);
        Assert.Equal((100, 32), ((int)head["settings"]!["epochs"]!, (int)head["settings"]!["batch"]!));

        Assert.Equal(Enumerable.Range(1, 100), lines[1..].Select(line => (int)line["epoch"]!));
        Assert.All(lines[1..], CheckEpoch);
        Assert.InRange((double)lines[1]["loss"]!, first.Low, first.High);
        Assert.InRange((double)lines[100]["loss"]!, last.Low, last.High);
    }

    private static void CheckEpoch(JsonNode line)
    {
        var losses = line["step_loss"].Numbers();
        var accuracies = line["step_accuracy"].Numbers();
        Assert.Equal((Steps, Steps), (losses.Length, accuracies.Length));
        Assert.Equal(0.0, losses[^1]);
        Assert.All(losses[..^1], loss => Assert.True(loss > 0));
        Assert.Equal((double)line["loss"]!, losses.Sum(), 0.001);

        // 60 windows: every accuracy is a whole number of sixtieths.
        Assert.All(accuracies, share => Assert.Equal(Math.Round(share * 60), share * 60, 0.001));
        Assert.All(accuracies, share => Assert.InRange(share, 0, 1));
        Assert.True((double)line["seconds"]! > 0);
    }
}
