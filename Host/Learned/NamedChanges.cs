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

    /// <summary>The key that they were heard in before they were moved to another; null if they were not.</summary>
    public Key? HeardIn { get; init; }

    /// <summary>The tonic of their key, a pitch class, if it is known.</summary>
    public int? Tonic { get; init; }

    /// <summary>The changes of a tune.</summary>
    public static NamedChanges Of(Tune tune) => new(tune.Name, Changes.Of(tune)) { SwingRatio = tune.SwingRatio, Tonic = tune.Key.Tonic };

    /// <summary>Reads what <see cref="ToJson"/> makes.</summary>
    public static NamedChanges FromJson(JsonNode? json) =>
        new((string?)json!["name"] ?? "", Changes.FromJson(json["changes"]!.ToJsonString()))
        {
            SwingRatio = (double?)json["swing"] ?? 1,
            Tonic = (int?)json["tonic"],
        };

    /// <summary>As JSON.</summary>
    /// <param name="withTonic">Whether the key is to be kept, for a model that hears chords.</param>
    public JsonNode ToJson(bool withTonic)
    {
        var json = new JsonObject { ["name"] = Name, ["changes"] = JsonNode.Parse(Changes.ToJson()) };
        if (SwingRatio != 1) json["swing"] = SwingRatio;
        if (withTonic && Tonic is { } tonic) json["tonic"] = tonic;
        return json;
    }
}
