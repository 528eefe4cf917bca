using System.Text.Json.Nodes;

namespace GpuJazz.Tests.Host;

public sealed class InspectTests
{
    private static readonly string[] GoldenKeys = ["measures", "corpus_length", "vocabulary", "window_starts"];

    [SharedDataTheory]
    [InlineData("none", "78", 41_678)]
    [InlineData("melody", "90", 45_530)]
    public void Json_of_the_published_file_is_the_golden_one(string rests, string entry, int parameters)
    {
        var golden = JsonNode.Parse(File.ReadAllText(SharedData.Path("golden/metheny.json")))![entry]!;
        var json = JsonNode.Parse(CommandRun.OutputOf("inspect", SharedData.Path("data/original_metheny.mid"), "--rests", rests, "--json"))!;
        Assert.All(GoldenKeys, key => Assert.True(JsonNode.DeepEquals(golden[key], json[key]), $"{key} differs: {json[key]}"));
        Assert.Equal(parameters, (int)json["parameter_count"]!);
        Assert.Equal("melody", (string?)json["parts"]![5]!["role"]);
        Assert.Equal("chords", (string?)json["parts"]![0]!["role"]);
        Assert.Equal(19, json["parts"]!.AsArray().Count);
    }

    [SharedDataFact]
    public void A_tune_is_shown_with_its_parts_chords_melody_and_tokens()
    {
        var text = CommandRun.OutputOf("inspect", SharedData.Path("data/original_metheny.mid"));
        string[] expected = ["18 measures", "Read as deepjazz: melody from part 5 (Guitar)", "measures 120 to 137 of ", "Guitar", "melody", "chords", "C,0.333,<P1,d-5>", "193 tokens", "78 of them", "41,678"];
        Assert.All(expected, part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', text);
    }

    [Fact]
    public void Without_a_tune_it_lists_those_that_come_with_the_program()
    {
        var json = JsonNode.Parse(CommandRun.OutputOf("inspect", "--json"))!;
        var tunes = json["tunes"]!.AsArray();
        Assert.True(tunes.Count >= 3);
        Assert.True(tunes.Sum(tune => tune!["measures"]!.AsArray().Count) >= 128);
        Assert.Equal(60, json["window_starts"]!.AsArray().Count);
        Assert.Equal((int)json["corpus_length"]!, tunes.SelectMany(tune => tune!["measures"]!.AsArray()).Sum(measure => Words(measure!)));

        var text = CommandRun.OutputOf("inspect");
        Assert.All(tunes, tune => Assert.Contains((string)tune!["name"]!, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_tune_that_comes_with_the_program_is_found_by_its_name_and_can_be_exported()
    {
        using var folder = new TemporaryFolder();
        var name = FirstTune();
        var json = JsonNode.Parse(CommandRun.OutputOf("inspect", name.ToUpperInvariant(), "--json", "--export", folder.File("tune.mid")))!;
        var exported = JsonNode.Parse(CommandRun.OutputOf("inspect", folder.File("tune.mid"), "--json"))!;
        Assert.Equal(name, (string?)json["name"]);
        Assert.All(GoldenKeys.Append("parts"), key => Assert.True(JsonNode.DeepEquals(json[key], exported[key]), key));
        Assert.Equal(["tune.mid"], folder.Names());
    }

    [Fact]
    public void A_folder_is_read_in_the_order_of_its_names()
    {
        using var folder = new TemporaryFolder();
        foreach (var copy in new[] { "b.mid", "a.mid", "B.MID" }) CommandRun.OutputOf("inspect", FirstTune(), "--export", folder.File(copy));
        folder.Write("letter.txt", 65);
        var tunes = JsonNode.Parse(CommandRun.OutputOf("inspect", folder.Path, "--json"))!["tunes"]!.AsArray();
        Assert.Equal(["B.MID", "a.mid", "b.mid"], tunes.Select(tune => (string?)tune!["name"]));
    }

    [Fact]
    public void A_tune_in_ABC_without_chords_is_told_how_to_get_them()
    {
        using var folder = new TemporaryFolder();
        var bare = folder.Write("bare.abc", [.. "X:1\nT:Bare\nM:4/4\nL:1/4\nK:C\nCDEF|\n"u8]);
        CommandRun.Of("inspect", bare).MustFail(1, "bare.abc", "\"Dm7\"", "first bar");
        var full = folder.Write("full.abc", [.. "X:1\nT:Full\nM:4/4\nL:1/4\nK:C\n\"Dm7\"CDEF|\n"u8]);
        Assert.Contains("measures 1 to 1 of 1", CommandRun.OutputOf("inspect", full), StringComparison.Ordinal);
    }

    private static string FirstTune() => (string)JsonNode.Parse(CommandRun.OutputOf("inspect", "--json"))!["tunes"]![0]!["name"]!;

    private static int Words(JsonNode measure) => ((string)measure!).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
