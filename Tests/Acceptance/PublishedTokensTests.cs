using System.Text.Json.Nodes;
using GpuJazz.Tests.Host;

namespace GpuJazz.Tests.Acceptance;

/// <summary>What is read of the published file, as <c>inspect --json</c> tells it.</summary>
public sealed class PublishedTokensTests
{
    [SharedDataTheory]
    [InlineData("none", "auto", "78", 193, 78, 41_678)]
    [InlineData("none", "deepjazz", "78", 193, 78, 41_678)]
    [InlineData("melody", "auto", "90", 275, 90, 45_530)]
    [InlineData("melody", "deepjazz", "90", 275, 90, 45_530)]
    public void Both_settings_give_the_published_tokens(string rests, string reading, string entry, int tokens, int values, int parameters)
    {
        var golden = Published.Golden(entry);
        var read = JsonNode.Parse(CommandRun.OutputOf("inspect", Published.Tune, "--rests", rests, "--reading", reading, "--json"))!;
        var measures = read["measures"].Texts();
        Assert.Equal(18, measures.Length);
        Assert.Equal(golden["measures"].Texts(), measures);
        Assert.Equal(golden["window_starts"].Numbers(), read["window_starts"].Numbers());
        Assert.Equal(60, read["window_starts"]!.AsArray().Count);
        Assert.Equal((tokens, parameters), ((int)read["corpus_length"]!, (int)read["parameter_count"]!));

        var all = measures.SelectMany(measure => measure.Split(' ')).ToArray();
        Assert.Equal(tokens, all.Length);
        Assert.Equal(all.Distinct().Order(StringComparer.Ordinal), read["vocabulary"].Texts());
        Assert.Equal(values, read["vocabulary"]!.AsArray().Count);
        Assert.Equal(parameters, (4 * 64 * (values + 64 + 1)) + (values * (64 + 1)));
    }

    [SharedDataFact]
    public void The_parts_are_those_of_the_file()
    {
        var parts = JsonNode.Parse(CommandRun.OutputOf("inspect", Published.Tune, "--json"))!["parts"]!.AsArray();
        var tracks = MidiContent.Read(Published.Tune).Tracks.Where(track => track.Notes.Count > 0).ToArray();
        Assert.Equal(19, tracks.Length);
        Assert.Equal(tracks.Select(track => track.Notes.Count), parts.Select(part => (int)part!["notes"]!));
        Assert.Equal(tracks.Select(track => track.Notes.Min(note => note.Pitch)), parts.Select(part => (int)part!["lowest_pitch"]!));
        Assert.Equal(tracks.Select(track => track.Notes.Max(note => note.Pitch)), parts.Select(part => (int)part!["highest_pitch"]!));
        var roles = parts.Where(part => part!["role"] is not null).Select(part => ((int)part!["index"]!, (string)part!["role"]!));
        Assert.Equal([(0, "chords"), (5, "melody")], roles);
    }
}
