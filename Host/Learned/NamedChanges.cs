using System.Text.Json.Nodes;
using GpuJazz.Music;

namespace GpuJazz.Host.Learned;

/// <summary>The chord changes of a tune, with its name.</summary>
/// <param name="Name">The tune's name.</param>
/// <param name="Changes">Its chords by measure.</param>
internal sealed record NamedChanges(string Name, Changes Changes)
{
    /// <summary>Reads what <see cref="ToJson"/> makes.</summary>
    public static NamedChanges FromJson(JsonNode? json) =>
        new((string?)json!["name"] ?? "", Changes.FromJson(json["changes"]!.ToJsonString()));

    /// <summary>As JSON.</summary>
    public JsonNode ToJson() => new JsonObject { ["name"] = Name, ["changes"] = JsonNode.Parse(Changes.ToJson()) };
}
