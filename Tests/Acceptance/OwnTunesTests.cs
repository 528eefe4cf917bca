using System.Text.Json.Nodes;
using GpuJazz.Tests.Host;

namespace GpuJazz.Tests.Acceptance;

/// <summary>The tunes that come with the program, and what it runs on.</summary>
public sealed class OwnTunesTests
{
    private static readonly string[] Kept = ["measures", "parts", "vocabulary", "corpus_length", "window_starts", "tempo"];

    [Fact]
    public void There_are_three_or_more_with_128_measures_and_each_is_the_same_as_midi()
    {
        using var folder = new TemporaryFolder();
        var tunes = JsonNode.Parse(CommandRun.OutputOf("inspect", "--json"))!["tunes"]!.AsArray();
        Assert.True(tunes.Count >= 3);
        Assert.True(tunes.Sum(tune => tune!["measures"]!.AsArray().Count) >= 128);
        foreach (var tune in tunes)
        {
            var path = folder.File($"{tune!["name"]}.mid");
            CommandRun.OutputOf("inspect", (string)tune["name"]!, "--export", path);
            foreach (var rests in new[] { "none", "melody" })
            {
                var named = Inspect((string)tune["name"]!, rests);
                var exported = Inspect(path, rests);
                Assert.All(Kept, key => Assert.True(JsonNode.DeepEquals(named[key], exported[key]), key));
            }

            var midi = MidiContent.Read(path);
            var told = tune["parts"]!.AsArray().Select(part => (int)part!["notes"]!);
            Assert.Equal([midi["melody"].Notes.Count, midi["chords"].Notes.Count], told);
        }
    }

    [Fact]
    public void They_swing_rest_and_syncopate_over_chords()
    {
        using var folder = new TemporaryFolder();
        int swung = 0, triplets = 0, rests = 0, syncopes = 0;
        foreach (var tune in JsonNode.Parse(CommandRun.OutputOf("inspect", "--json"))!["tunes"]!.AsArray())
        {
            CommandRun.OutputOf("inspect", (string)tune!["name"]!, "--export", folder.File("tune.mid"));
            var midi = MidiContent.Read(folder.File("tune.mid"));
            var (beat, melody, chords) = (midi.TicksPerQuarter, midi["melody"].Notes, midi["chords"].Notes);
            var measure = 4 * beat;
            for (var start = 0; start < melody[^1].End; start += measure)
                Assert.True(chords.Count(chord => chord.Start < start + measure && chord.End > start) >= 3, $"no chord at {start}");
            var starts = melody.Select(note => note.Start).ToHashSet();
            for (var start = 0; start < melody[^1].End; start += beat)
            {
                var second = starts.Contains(start + (2 * beat / 3));
                if (starts.Contains(start) && second) _ = starts.Contains(start + (beat / 3)) ? triplets++ : swung++;
            }

            rests += melody.Zip(melody.Skip(1)).Count(pair => pair.Second.Start - pair.First.End >= beat / 2);
            syncopes += melody.Count(note => note.Start % beat != 0 && note.End > ((note.Start / beat) + 1) * beat);
        }

        Assert.All([swung, triplets, rests, syncopes], count => Assert.True(count >= 10, $"{(swung, triplets, rests, syncopes)}"));
    }

    [Fact]
    public void The_processor_is_among_the_devices()
    {
        var devices = JsonNode.Parse(CommandRun.OutputOf("devices", "--json"))!["devices"]!.AsArray();
        var cpu = Assert.Single(devices, device => (string)device!["accelerator"]! == "cpu")!;
        Assert.True((bool)cpu["usable"]!);
        Assert.Contains("cpu", CommandRun.OutputOf("devices"), StringComparison.Ordinal);
    }

    private static JsonNode Inspect(string tune, string rests) =>
        JsonNode.Parse(CommandRun.OutputOf("inspect", tune, "--rests", rests, "--json"))!;
}
