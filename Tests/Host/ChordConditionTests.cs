using System.Text.Json.Nodes;
using GpuJazz.Host.Improvising;
using GpuJazz.Host.Learned;
using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Tests.Host;

/// <summary>A model that hears chords, from the tunes to a solo.</summary>
public sealed class ChordConditionTests : IDisposable
{
    private static readonly string[] Repeatable = ["best.safetensors", "loss.svg", "model.safetensors", "solo.mid", "solo.svg", "solo.wav"];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_is_trained_goes_on_plays_and_is_evaluated()
    {
        var output = Train("out", "--epochs", "6");
        Assert.Contains("it hears the chord under the next token", output, StringComparison.Ordinal);
        var first = JsonNode.Parse(File.ReadLines(folder.File("out/metrics.jsonl")).First())!;
        Assert.Equal(ChordClass.Count, (int)first["chords"]!);

        Train("again", "--epochs", "2");
        Train("again", "--epochs", "6", "--resume");
        Assert.All(Repeatable, name => Assert.Equal(File.ReadAllBytes(folder.File($"out/{name}")), File.ReadAllBytes(folder.File($"again/{name}"))));
        CommandRun.Of(Arguments("again", "none", "--epochs", "6", "--resume")).MustFail(1, "--condition chords");

        // Over each of the ways to name chords, in the order in which the tokens of one seed begin alike.
        foreach (var chords in new[] { ["--chords", "| Dm7 | G7 | Cmaj7 | % |"], ["--chords", "blues in Bb"], ["--chords", "stairwell"], Array.Empty<string>() })
            CommandRun.OutputOf([.. Generate(), "--bars", "8", .. chords]);
        CommandRun.OutputOf([.. Generate(), "--primer", "stairwell", "--bars", "4", "--density", "4..8"]);
        CommandRun.OutputOf([.. Generate(), "--primer", "stairwell", "--trade", "8", "--chords", "blues in F"]);
        CommandRun.Of([.. Generate(), "--beam", "4"]).MustFail(2, "--beam");

        var evaluate = JsonNode.Parse(CommandRun.OutputOf("evaluate", "--model", Model, "--count", "3", "--accelerator", "cpu", "--json"))!;
        Assert.Equal(3, evaluate["solos"]!.AsArray().Count);
        Assert.Equal(HeldOutLoss("out"), (double)evaluate["perplexity"]!["model"]!["nats"]!, 1e-9);
        Assert.Contains("hears chords", CommandRun.OutputOf("evaluate", "--model", Model, "--count", "0", "--accelerator", "cpu"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_plays_depends_on_the_chords_and_the_key_that_they_are_in_and_not_on_the_pitch_of_both()
    {
        Train("out", "--epochs", "20", "--dropout", "0");
        var inC = Tokens("--chords", "| Dm7 | G7 | Cmaj7 | % |");
        Assert.Equal(inC, Tokens("--chords", "| Em7 | A7 | Dmaj7 | % |"));
        Assert.Equal(inC, Tokens("--chords", "| Dm7 | G7 | Cmaj7 | % |", "--key", "C"));
        Assert.Equal(inC, Tokens("--chords", "| Dm7 | G7 | Cmaj7 | % |", "--key", "F#"));
        Assert.NotEqual(inC, Tokens("--chords", "| C7 | F7 | C7 | Bb7 |"));
        Assert.Equal(Tokens("--chords", "blues"), Tokens("--chords", "blues", "--key", "B"));
    }

    [Fact]
    public void The_chords_heard_while_playing_are_nearly_always_those_that_are_played_over()
    {
        // Of a model that has learned how tokens follow each other; one that has not breaks triplets off, and then nobody knows the time.
        CommandRun.OutputOf(
            "train", "--out", folder.File("out"), "--accelerator", "cpu", "--condition", "chords", "--hidden", "32", "--windows", "200", "--epochs", "30");
        var model = ModelFile.Read(Model);
        var (same, all) = (0, 0);
        using var session = Accelerators.Open(AcceleratorChoice.Cpu, null);
        foreach (var chords in model.Tunes.Tunes)
        {
            var heard = SoloMaker.HeardBy(model, chords)!;
            foreach (var solo in SoloMaker.Make(session, model, chords, new() { Count = 20, Notes = 80 }, new SoloSettings(Seed: 0)))
            {
                var classes = heard.Under([.. solo.Tokens.Select(model.Tunes.Vocabulary.IndexOf)], model.Tunes.Vocabulary.Count);
                var sounding = solo.Tokens.Zip(classes).Where(pair => Token.Parse(pair.First).Type != ToneType.Rest).Select(pair => pair.Second);
                foreach (var (note, expected) in solo.Realized.Solo.Melody.Zip(sounding))
                {
                    all++;
                    if (expected == heard.Chords[note.Start.Twelfths % heard.Chords.Length]) same++;
                }
            }
        }

        Assert.InRange(all, 5000, 20_000);
        Assert.True(same >= 0.95 * all, $"{same} of {all} notes are played over the chord that was heard");
    }

    [Fact]
    public void A_model_that_hears_none_is_written_as_ever()
    {
        CommandRun.OutputOf([.. SmallModel.Train(folder.File("with"), "--condition", "none")]);
        CommandRun.OutputOf([.. SmallModel.Train(folder.File("without"))]);
        foreach (var name in new[] { "model.safetensors", "solo.mid" })
            Assert.Equal(File.ReadAllBytes(folder.File($"without/{name}")), File.ReadAllBytes(folder.File($"with/{name}")));
        var text = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(folder.File("without/model.safetensors")));
        Assert.Contains("\"format_version\":\"1\"", text, StringComparison.Ordinal);
        foreach (var key in new[] { "lstm.chord", "tonic", "held_out", "min_count", "transpose" }) Assert.DoesNotContain(key, text, StringComparison.Ordinal);
    }

    private string Model => folder.File("out/model.safetensors");

    private string Train(string name, params string[] more) => CommandRun.OutputOf(Arguments(name, "chords", more));

    private string[] Arguments(string name, string condition, params string[] more) =>
    [
        "train", "--out", folder.File(name), "--accelerator", "cpu", "--condition", condition, "--hidden", "12", "--windows", "60", "--held-out", "0.17",
        .. more.Contains("--dropout") ? [] : (string[])["--dropout", "0.2"], .. more,
    ];

    private string[] Generate() => ["generate", "--model", Model, "--accelerator", "cpu", "--seed", "3", "--out", folder.File("solo.mid")];

    private string Tokens(params string[] chords) =>
        JsonNode.Parse(CommandRun.OutputOf([.. Generate(), .. chords, "--json"]))!["solos"]![0]!["tokens"]!.ToJsonString();

    private double HeldOutLoss(string name) => (double)JsonNode.Parse(File.ReadLines(folder.File($"{name}/metrics.jsonl")).Last())!["held_out_loss"]!;
}
