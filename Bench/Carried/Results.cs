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

    /// <summary>The table of GpuJazz and its peers; empty where they were not compared.</summary>
    public static string PeersTable(string folder)
    {
        string file = Path.Combine(folder, "peers.md");
        return File.Exists(file) ? File.ReadAllText(file) : "";
    }
}
