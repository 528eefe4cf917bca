using System.Text.Json.Nodes;
using GpuJazz.Music;

namespace GpuJazz.Tests.Host;

public sealed class PrimerTests(SmallModel small) : IClassFixture<SmallModel>
{
    [Theory]
    [InlineData("--bars", "8")]
    [InlineData("--bars", "3", "--chords", "blues in Bb", "--swing", "1.5")]
    public void The_file_has_the_primer_and_then_the_solo_over_the_changes_as_they_go_on(params string[] options)
    {
        using var folder = new TemporaryFolder();
        var primer = Primer(folder, 6);
        var json = Generate(folder, ["--primer", primer, .. options]);
        var (bars, melody) = (int.Parse(options[1], null), Solo(folder).Melody);
        Assert.Equal(6 + bars, (int)json["solos"]![0]!["measures"]!);
        Assert.Equal(Beats.Quarters(4 * (6 + bars)), Solo(folder).End);
        var own = SoloMidi.FromMidi(MidiLoader.Load(primer), "primer").Melody;
        Assert.Equal(own.Select(note => note.Pitch), melody.Where(note => note.Start < Beats.Quarters(24)).Select(note => note.Pitch));
        Assert.Equal((int)json["solos"]![0]!["notes"]!, melody.Count(note => note.Start >= Beats.Quarters(24)));
        Assert.Equal(Harmony(folder, 6, bars, options[2..]), Solo(folder).Harmony.Select(chord => (chord.Start, string.Join(' ', chord.Pitches))));
    }

    [Fact]
    public void The_solo_depends_on_what_was_heard()
    {
        using var folder = new TemporaryFolder();
        var (one, other) = (Primer(folder, 4, 1), Primer(folder, 4, 2));
        JsonNode Tokens(string primer) => Generate(folder, "--primer", primer, "--chords", "blues", "--seed", "3")["solos"]![0]!["tokens"]!;
        Assert.True(JsonNode.DeepEquals(Tokens(one), Tokens(one)));
        Assert.False(JsonNode.DeepEquals(Tokens(one), Tokens(other)));
    }

    [Theory]
    [InlineData(4, 2)]
    [InlineData(1, 6)]
    [InlineData(5, 2)]
    [InlineData(9, 1)]
    public void Trading_alternates_bars_of_the_primer_with_bars_of_the_solo(int bars, int turns)
    {
        using var folder = new TemporaryFolder();
        var primer = Primer(folder, 6);
        var json = Generate(folder, "--primer", primer, "--trade", $"{bars}")["solos"]![0]!;
        Assert.Equal(2 * bars * turns, (int)json["measures"]!);
        var own = SoloMidi.FromMidi(MidiLoader.Load(primer), "primer").Melody;
        var melody = Solo(folder).Melody;
        var calls = melody.Where(note => BarOf(note) / bars % 2 == 0).ToArray();
        Assert.Equal(own.Select(note => note.Pitch), calls.Select(note => note.Pitch));
        Assert.Equal(
            own.Select(note => note.Start + Beats.Quarters(4 * bars * (BarOf(note) / bars))), calls.Select(note => note.Start));
        Assert.Equal((int)json["notes"]!, melody.Count - calls.Length);
        for (var turn = 0; turn < turns; turn++) Assert.Contains(melody, note => BarOf(note) / bars == (2 * turn) + 1);
    }

    [Fact]
    public void Each_solo_of_a_count_is_that_of_its_seed_and_the_likeliest_are_found()
    {
        using var folder = new TemporaryFolder();
        var primer = Primer(folder, 4);
        var both = Generate(folder, "--primer", primer, "--trade", "2", "--count", "2", "--seed", "7")["solos"]!;
        var second = Generate(folder, "--primer", primer, "--trade", "2", "--seed", "8")["solos"]![0]!;
        Assert.True(JsonNode.DeepEquals(both[1]!["tokens"], second["tokens"]));
        Assert.Equal((double)both[1]!["log_likelihood"]!, (double)second["log_likelihood"]!, 6);
        Assert.Equal(File.ReadAllBytes(folder.File("solo.mid")), File.ReadAllBytes(folder.File("solo-2.mid")));
        Assert.All(both.AsArray(), solo => Assert.InRange((double)solo!["log_likelihood"]!, -10, 0));
    }

    [Fact]
    public void What_is_known_of_it_is_told()
    {
        using var folder = new TemporaryFolder();
        var told = CommandRun.OutputOf("generate", "--model", small.Path, "--primer", "stairwell", "--bars", "1", "--out", folder.File("solo.mid"));
        Assert.Matches(@"\APrimer: stairwell, (\d+) tokens, \1 of them known \(100 %\)\r?\n", told);
        File.WriteAllText(folder.File("odd.abc"), "X:1\nL:1/16\nM:4/4\nK:C\n\"C\"C5 E11|\"F\"F7 z2 A7|\n");
        told = CommandRun.OutputOf("generate", "--model", small.Path, "--primer", folder.File("odd.abc"), "--bars", "1", "--out", folder.File("solo.mid"));
        Assert.Contains("the others heard as what is most like them", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "--primer 'none.mid' is not there", "--primer", "none.mid")]
    [InlineData(2, "--trade answers a melody; name its file with --primer", "--trade", "4")]
    [InlineData(2, "--trade takes a whole number from 1 to 1000", "--primer", "stairwell", "--trade", "0")]
    [InlineData(2, "leave out --trade, or --bars", "--primer", "stairwell", "--trade", "4", "--bars", "8")]
    [InlineData(2, "leave out --trade, or --bars", "--primer", "stairwell", "--trade", "4", "--notes", "8")]
    [InlineData(2, "--primer means nothing to --style original", "--primer", "stairwell", "--style", "original")]
    public void What_cannot_be_heard_is_refused(int exitCode, string named, params string[] options)
    {
        using var folder = new TemporaryFolder();
        CommandRun.Of(["generate", "--model", small.Path, "--out", folder.File("solo.mid"), .. options]).MustFail(exitCode, named);
        Assert.Empty(folder.Names());
    }

    private static int BarOf(Note note) => note.Start.DividedBy(Beats.Quarters(4));

    // What the small model plays over some chords, without a note that ends beyond its bars.
    private string Primer(TemporaryFolder folder, int bars, int seed = 0)
    {
        var path = folder.File($"primer-{seed}.mid");
        CommandRun.OutputOf(
            "generate", "--model", small.Path, "--bars", $"{bars}", "--chords", "two-five-one", "--range", "C3-C7", "--seed", $"{seed}", "--out", path);
        return path;
    }

    private IEnumerable<(Beats, string)> Harmony(TemporaryFolder folder, int primer, int bars, string[] options)
    {
        string[] chords = options.Length > 0 ? options : ["--chords", folder.File("primer-0.mid")];
        CommandRun.OutputOf(["generate", "--model", small.Path, "--bars", $"{primer + bars}", "--out", folder.File("over.mid"), .. chords]);
        return SoloMidi.FromMidi(MidiLoader.Load(folder.File("over.mid")), "over").Harmony.Select(chord => (chord.Start, string.Join(' ', chord.Pitches)));
    }

    private JsonNode Generate(TemporaryFolder folder, params string[] options) =>
        JsonNode.Parse(CommandRun.OutputOf(["generate", "--model", small.Path, "--json", "--out", folder.File("solo.mid"), .. options]))!;

    private static Solo Solo(TemporaryFolder folder) => SoloMidi.FromMidi(MidiLoader.Load(folder.File("solo.mid")), "solo");
}
