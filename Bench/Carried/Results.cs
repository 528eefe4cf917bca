using System.Text.Json;
using System.Text.Json.Nodes;

namespace GpuJazz.Carried;

/// <summary>The files of a run.</summary>
internal static class Results
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Write(string folder, string name, JsonNode content)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{name}.json"), content.ToJsonString(Indented) + "\n");
    }

    /// <summary>What a step wrote; null where it did not get that far.</summary>
    public static JsonNode? Read(string folder, string name) =>
        File.Exists(Path.Combine(folder, $"{name}.json")) ? JsonNode.Parse(File.ReadAllText(Path.Combine(folder, $"{name}.json"))) : null;

    /// <summary>The lines of the peer's output that are JSON.</summary>
    public static JsonArray Peer(string folder)
    {
        string file = Path.Combine(folder, "peer.jsonl");
        var lines = new JsonArray();
        if (!File.Exists(file)) return lines;
        foreach (string line in File.ReadLines(file).Where(line => line.StartsWith('{'))) lines.Add(JsonNode.Parse(line));
        return lines;
    }
}
