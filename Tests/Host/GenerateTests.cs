using System.Text.Json.Nodes;
using GpuJazz.Music;

namespace GpuJazz.Tests.Host;

public sealed class GenerateTests(SmallModel small) : IClassFixture<SmallModel>
{
    [Fact]
    public void Its_defaults_give_the_first_solo_of_the_training()
    {
        using var folder = new TemporaryFolder();
        Generate(folder, "--wav", "--piano-roll", folder.File("roll.svg"));
        Assert.Equal(["roll.svg", "solo.mid", "solo.wav"], folder.Names());
        Assert.Equal(File.ReadAllBytes(Path.Combine(small.Folder, "solo.mid")), File.ReadAllBytes(folder.File("solo.mid")));
        Assert.Equal(File.ReadAllBytes(Path.Combine(small.Folder, "solo.wav")), File.ReadAllBytes(folder.File("solo.wav")));
        Assert.Equal(File.ReadAllBytes(Path.Combine(small.Folder, "solo.svg")), File.ReadAllBytes(folder.File("roll.svg")));
    }

    [Fact]
    public void Many_solos_are_numbered_and_each_is_that_of_the_next_seed()
    {
        using var folder = new TemporaryFolder();
        Generate(folder, "--count", "3", "--seed", "4");
        Assert.Equal(["solo-1.mid", "solo-2.mid", "solo-3.mid"], folder.Names());
        Generate(folder, "--seed", "6");
        Assert.Equal(File.ReadAllBytes(folder.File("solo.mid")), File.ReadAllBytes(folder.File("solo-3.mid")));
        Assert.NotEqual(File.ReadAllBytes(folder.File("solo.mid")), File.ReadAllBytes(folder.File("solo-1.mid")));
    }

    [Theory]
    [InlineData("played", 50)]
    [InlineData("original", 7)]
    public void Json_says_what_was_made(string style, int notes)
    {
        using var folder = new TemporaryFolder();
        var json = JsonNode.Parse(Generate(folder, "--json", "--style", style, "--notes", $"{notes}", "--count", "2"))!;
        Assert.Equal(2, json["solos"]!.AsArray().Count);
        Assert.Equal(folder.File("solo-2.mid"), (string?)json["solos"]![1]!["files"]![0]);
        Assert.Equal(notes, json["solos"]![0]!["tokens"]!.AsArray().Count);
        Assert.True((int)json["solos"]![0]!["measures"]! > 0);
    }

    [Fact]
    public void Argmax_takes_the_same_tokens_with_every_seed_and_so_does_the_top_one()
    {
        using var folder = new TemporaryFolder();
        string[][] ways = [["--sampling", "argmax"], ["--sampling", "argmax", "--seed", "5"], ["--top-k", "1", "--seed", "6"]];
        var tokens = ways.Select(way => JsonNode.Parse(Generate(folder, [.. way, "--json"]))!["solos"]![0]!["tokens"]!).ToArray();
        Assert.True(JsonNode.DeepEquals(tokens[0], tokens[1]));
        Assert.True(JsonNode.DeepEquals(tokens[0], tokens[2]));
    }

    [Fact]
    public void Chords_can_be_a_chart_a_file_or_a_tune()
    {
        using var folder = new TemporaryFolder();
        var tunes = JsonNode.Parse(CommandRun.OutputOf("inspect", "--json"))!["tunes"]!.AsArray();
        var (first, second) = ((string)tunes[0]!["name"]!, (string)tunes[1]!["name"]!);
        CommandRun.OutputOf("inspect", second, "--export", folder.File("tune.mid"));
        var usual = Solo(folder);
        Assert.Equal(usual, Solo(folder, "--chords", first));
        Assert.Equal(Solo(folder, "--chords", second), Solo(folder, "--chords", folder.File("tune.mid")));
        Assert.NotEqual(usual, Solo(folder, "--chords", second));
        Assert.NotEqual(usual, Solo(folder, "--chords", "| Dm7 | G7 | Cmaj7 | % |"));
        Assert.NotEqual(Solo(folder, "--chords", "| Dm7 |"), Solo(folder, "--chords", "| Fm7 |"));
        Assert.Equal(Solo(folder, "--chords", "| Dm7 |"), Solo(folder, "--chords", "D-7"));
        Assert.Equal(Solo(folder, "--chords", "| Dm7 Cmaj7 |"), Solo(folder, "--chords", "Dm7 C^7"));
    }

    [Fact]
    public void The_best_are_the_likeliest_of_a_count()
    {
        using var folder = new TemporaryFolder();
        var all = JsonNode.Parse(Generate(folder, "--json", "--count", "6"))!["solos"]!.AsArray();
        var ranked = all.OrderByDescending(solo => (double)solo!["log_likelihood"]!).ToArray();
        Assert.All(ranked, solo => Assert.InRange((double)solo!["log_likelihood"]!, -10, 0));
        Assert.Equal(6, ranked.Select(solo => (double)solo!["log_likelihood"]!).Distinct().Count());
        var best = JsonNode.Parse(Generate(folder, "--json", "--count", "6", "--best", "2"))!["solos"]!.AsArray();
        Assert.Equal(2, best.Count);
        for (var i = 0; i < 2; i++) Assert.True(JsonNode.DeepEquals(ranked[i]!["tokens"], best[i]!["tokens"]));
    }

    [Fact]
    public void A_score_and_sounds_are_written_beside_the_solo()
    {
        using var folder = new TemporaryFolder();
        Generate(folder, "--score");
        Assert.Equal(["solo.mid", "solo.musicxml"], folder.Names());
        CommandRun.OutputOf("render", folder.File("solo.mid"), "--score", folder.File("again.musicxml"));
        Assert.Contains("<harmony>", File.ReadAllText(folder.File("again.musicxml")), StringComparison.Ordinal);
        CommandRun.Of("generate", "--model", small.Path, "--out", folder.File("solo.mid"), "--soundfont", folder.File("no.sf2")).MustFail(2, "--soundfont");
    }

    [Fact]
    public void Forms_are_known_by_name_in_any_key()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(Solo(folder, "--chords", "blues in Bb"), Solo(folder, "--chords", "blues", "--key", "Bb"));
        Assert.NotEqual(Solo(folder, "--chords", "blues in Bb"), Solo(folder, "--chords", "blues"));
        Assert.Equal(Solo(folder, "--chords", "two-five-one"), Solo(folder, "--chords", "| Dm7 | G7 | Cmaj7 | % |"));
    }

    [Theory]
    [InlineData(2, "name two keys", "--chords", "blues in Bb", "--key", "C")]
    [InlineData(2, "--key takes a note such as C, Bb or F#", "--chords", "blues", "--key", "H")]
    [InlineData(2, "--range takes a range of an octave or more", "--range", "C4-D4")]
    [InlineData(2, "--range takes a range of an octave or more", "--range", "low-high")]
    [InlineData(2, "--accompaniment takes a list of piano, bass and drums, or none", "--accompaniment", "piano,banjo")]
    [InlineData(2, "--bars takes a whole number from 1 to 4000", "--bars", "0")]
    [InlineData(2, "--swing takes a number from 1 to 4", "--swing", "0.5")]
    [InlineData(2, "--notes and --bars", "--notes", "20", "--bars", "4")]
    [InlineData(2, "--range means nothing to --style original", "--style", "original", "--range", "C4-C6")]
    public void What_cannot_be_played_is_refused(int exitCode, string named, params string[] options)
    {
        using var folder = new TemporaryFolder();
        CommandRun.Of(["generate", "--model", small.Path, "--out", folder.File("solo.mid"), .. options]).MustFail(exitCode, named);
        Assert.Empty(folder.Names());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public void Bars_are_as_many_as_asked_for_with_a_line_in_its_range(int bars)
    {
        using var folder = new TemporaryFolder();
        var json = JsonNode.Parse(Generate(folder, "--json", "--bars", $"{bars}", "--range", "E3-E5", "--swing", "1.6", "--chords", "blues"))!["solos"]![0]!;
        Assert.Equal(bars, (int)json["measures"]!);
        Assert.Equal((int)json["notes"]! + (int)json["rests"]!, json["tokens"]!.AsArray().Count);
        var solo = SoloMidi.FromMidi(MidiLoader.Load(folder.File("solo.mid")), "solo");
        Assert.Equal(Beats.Quarters(4 * bars), solo.End);
        Assert.All(solo.Melody, note => Assert.InRange(note.Pitch, 52, 76));
    }

    [Theory]
    [InlineData("none", 0, 0, 0)]
    [InlineData("piano", 1, 0, 0)]
    [InlineData("bass,drums", 0, 1, 1)]
    public void Those_play_along_who_are_asked_to(string players, int piano, int bass, int drums)
    {
        using var folder = new TemporaryFolder();
        Generate(folder, "--accompaniment", players);
        var solo = SoloMidi.FromMidi(MidiLoader.Load(folder.File("solo.mid")), "solo");
        Assert.Equal((piano, bass, drums), (Math.Min(1, solo.Chords.Count), Math.Min(1, solo.Bass.Count), Math.Min(1, solo.Drums.Count)));
    }

    [Theory]
    [InlineData("| Dm7 | Qx |", 2, "Qx")]
    [InlineData("| Dm7 | G7 | Hm7 |", 2, "--chords, bar 3: the chord symbol 'Hm7' is not understood")]
    [InlineData("||", 2, "--chords")]
    [InlineData("Dm7 Qx", 2, "Qx")]
    [InlineData("no-such-tune", 1, "no-such-tune")]
    [InlineData("/no/such/file.mid", 1, "/no/such/file.mid")]
    public void Chords_that_are_none_are_named(string chords, int exitCode, string named)
    {
        using var folder = new TemporaryFolder();
        CommandRun.Of("generate", "--model", small.Path, "--chords", chords, "--out", folder.File("solo.mid")).MustFail(exitCode, named);
        Assert.Empty(folder.Names());
    }

    [Fact]
    public void A_damaged_model_is_refused_wherever_it_is_damaged()
    {
        using var folder = new TemporaryFolder();
        var good = File.ReadAllBytes(small.Path);
        foreach (var place in Enumerable.Range(0, 40).Select(i => (int)((long)i * good.Length / 40)))
        {
            var bad = (byte[])good.Clone();
            bad[place] ^= 0x10;
            CommandRun.Of("generate", "--model", folder.Write("bad.safetensors", bad), "--out", folder.File("solo.mid")).MustFail(1, "bad.safetensors");
            CommandRun.Of("generate", "--model", folder.Write("bad.safetensors", good[..place]), "--out", folder.File("solo.mid")).MustFail(1, "bad.safetensors");
        }

        Assert.Equal(["bad.safetensors"], folder.Names());
    }

    [Fact]
    public void What_was_written_before_an_error_is_named()
    {
        using var folder = new TemporaryFolder();
        CommandRun.Of(
            "generate", "--model", small.Path, "--chords", "Dm7", "--notes", "4000", "--tempo", "20", "--out", folder.File("solo.mid"), "--wav")
            .MustFail(1, "minutes", $"{folder.File("solo.mid")} was written");
        Assert.Equal(["solo.mid"], folder.Names());
    }

    private string Generate(TemporaryFolder folder, params string[] more) =>
        CommandRun.OutputOf(["generate", "--model", small.Path, "--out", folder.File("solo.mid"), .. more]);

    private IReadOnlyList<Note> Solo(TemporaryFolder folder, params string[] more)
    {
        Generate(folder, more);
        return SoloMidi.FromMidi(MidiLoader.Load(folder.File("solo.mid")), "solo").Melody;
    }
}
