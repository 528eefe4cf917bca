using System.Text.Json.Nodes;
using GpuJazz.Tests.Host;

namespace GpuJazz.Tests.Acceptance;

/// <summary>The model that the default training makes of the published file, trained once for all the classes that look at it.</summary>
public sealed class TrainedModel : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Lazy<string> trained;

    public TrainedModel() => trained = new Lazy<string>(() =>
    {
        CommandRun.OutputOf("train", "--data", Published.Tune, "--out", folder.File("out"), "--accelerator", "cpu");
        return folder.File("out");
    });

    /// <summary>The folder that the training wrote.</summary>
    public string Folder => trained.Value;

    /// <summary>The model's file.</summary>
    public string Path => System.IO.Path.Combine(Folder, "model.safetensors");

    /// <summary>Improvises with it.</summary>
    /// <returns>What the command printed as JSON.</returns>
    public JsonNode Generate(string path, params string[] more) =>
        JsonNode.Parse(CommandRun.OutputOf(["generate", "--model", Path, "--accelerator", "cpu", "--json", "--out", path, .. more]))!;

    public void Dispose() => folder.Dispose();
}

/// <summary>The classes that share one <see cref="TrainedModel"/>.</summary>
[CollectionDefinition(Name)]
public sealed class TrainedModelGroup : ICollectionFixture<TrainedModel>
{
    public const string Name = "with the published file's model";
}

/// <summary>The published input and what must come of it.</summary>
internal static class Published
{
    public static string Tune => SharedData.Path("data/original_metheny.mid");

    public static JsonNode Golden(string entry) => JsonNode.Parse(File.ReadAllText(SharedData.Path("golden/metheny.json")))![entry]!;

    /// <summary>The lines of a training's metrics file, each an object.</summary>
    public static JsonNode[] Metrics(string folder) =>
        [.. File.ReadLines(Path.Combine(folder, "metrics.jsonl")).Select(line => JsonNode.Parse(line)!)];

    /// <summary>A JSON array of numbers.</summary>
    public static double[] Numbers(this JsonNode? array) => [.. array!.AsArray().Select(number => (double)number!)];

    /// <summary>A JSON array of texts.</summary>
    public static string[] Texts(this JsonNode? array) => [.. array!.AsArray().Select(text => (string)text!)];
}
