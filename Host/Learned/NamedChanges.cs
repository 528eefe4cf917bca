using System.Text.Json.Nodes;
using GpuJazz.Music;

namespace GpuJazz.Host.Learned;

/// <summary>The chord changes of a tune, with its name.</summary>
/// <param name="Name">The tune's name.</param>
/// <param name="Changes">Its chords by measure.</param>
internal sealed record NamedChanges(string Name, Changes Changes)
{
    /// <summary>How much longer the first eighth of a beat is than the second where the tune swings; 1 where it doesn't.</summary>
    public double SwingRatio { get; init; } = 1;

    /// <summary>The changes of a tune.</summary>
    public static NamedChanges Of(Tune tune) => new(tune.Name, Changes.Of(tune)) { SwingRatio = tune.SwingRatio };

    /// <summary>Reads what <see cref="ToJson"/> makes.</summary>
    public static NamedChanges FromJson(JsonNode? json) =>
        new((string?)json!["name"] ?? "", Changes.FromJson(json["changes"]!.ToJsonString()))
        {
            SwingRatio = (double?)json["swing"] ?? 1,
        };

    /// <summary>As JSON.</summary>
    public JsonNode ToJson()
    {
        var json = new JsonObject { ["name"] = Name, ["changes"] = JsonNode.Parse(Changes.ToJson()) };
        if (SwingRatio != 1) json["swing"] = SwingRatio;
        return json;
    }
}
