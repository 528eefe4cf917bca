using System.Text.Json;
using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

/// <summary>The published input, and what a network trained on it improvised.</summary>
internal static class Golden
{
    /// <summary>Its 78 different tokens in ordinal order.</summary>
    public static string[] Vocabulary() => Strings(Open("golden/metheny.json").GetProperty("78").GetProperty("vocabulary"));

    /// <summary>The golden argmax notes.</summary>
    public static string[] ImprovisedTokens()
    {
        var vocabulary = Vocabulary();
        var notes = Open("golden/trajectory-78.json").GetProperty("argmax_notes");
        return [.. notes.EnumerateArray().Select(note => vocabulary[note.GetInt32()])];
    }

    /// <summary>Its chord changes.</summary>
    public static Changes Changes()
    {
        var file = MidiLoader.Load(SharedData.Path("data/original_metheny.mid"));
        ReadingOptions options = new(ReadingKind.DeepJazz, RestsKind.None);
        return GpuJazz.Music.Changes.Of(TuneReader.Read(file, "original_metheny.mid", options));
    }

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(element => element.GetString()!)];

    private static JsonElement Open(string file) => JsonDocument.Parse(File.ReadAllText(SharedData.Path(file))).RootElement;
}
