using System.Text.Json.Nodes;
using GpuJazz.Host.Corpus;
using GpuJazz.Music;
using GpuJazz.Tests.Reading.General;

namespace GpuJazz.Tests.Host;

/// <summary>Many files: folders in folders, bad ones among them, parts by number, all keys.</summary>
public sealed class CorpusTests
{
    private static readonly byte[] Letter = "This is a letter, not a song."u8.ToArray();

    [Fact]
    public void Folders_are_read_with_the_folders_in_them_in_the_order_of_their_paths()
    {
        using var folder = new TemporaryFolder();
        foreach (var path in new[] { "b.mid", "a/z.mid", "a/b/c.MID", "c/a.midi" }) Save(folder, path, transposed: path.Length);
        folder.Write("a/notes.txt", Letter);
        var tunes = JsonNode.Parse(CommandRun.OutputOf("inspect", folder.Path, "--json"))!["tunes"]!.AsArray();
        Assert.Equal(["a/b/c.MID", "a/z.mid", "b.mid", "c/a.midi"], tunes.Select(tune => (string?)tune!["name"]));
    }

    [Fact]
    public void Bad_files_are_named_in_a_line_each_and_left_out()
    {
        using var folder = new TemporaryFolder();
        Save(folder, "good.mid");
        Save(folder, "sub/good too.mid", transposed: 2);
        folder.Write("bad.mid", Letter);
        folder.Write("sub/worse.mid");

        var run = CommandRun.Of("inspect", folder.Path);
        Assert.Equal(0, run.ExitCode);
        var lines = run.Error.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Matches("^gpujazz: left out: .*bad\\.mid.*not a MIDI file", lines[0]);
        Assert.Matches("^gpujazz: left out: .*worse\\.mid.*empty", lines[1]);
        Assert.Contains("good.mid", run.Output, StringComparison.Ordinal);

        CommandRun.Of("inspect", folder.Path, "--strict").MustFail(1, "bad.mid", "not a MIDI file");
        CommandRun.Of("train", "--data", folder.Path, "--strict", "--out", folder.File("out")).MustFail(1, "bad.mid");
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Fact]
    public void Where_all_are_bad_it_fails_with_the_first()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.mid", Letter);
        folder.Write("b.mid", Letter);
        CommandRun.Of("inspect", folder.Path).MustFail(1, "none of the 2 files", "a.mid");
    }

    [Fact]
    public void A_corpus_is_the_same_however_often_it_is_read()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 150; i++) Save(folder, $"{i:000}.mid", transposed: i % 12);
        var (first, again) = (CommandRun.OutputOf("inspect", folder.Path, "--json"), CommandRun.OutputOf("inspect", folder.Path, "--json"));
        Assert.Equal(first, again);
        Assert.Equal(150, JsonNode.Parse(first)!["tunes"]!.AsArray().Count);
    }

    [Fact]
    public void Work_is_done_in_order_and_its_errors_come_in_their_place()
    {
        List<int> done = [];
        var results = OrderedWork.Do(Enumerable.Range(0, 1000), number =>
        {
            if (number % 7 == 0) Thread.Yield();
            return number == 900 ? throw new InvalidDataException("900") : number * number;
        });
        Assert.Throws<InvalidDataException>(() =>
        {
            foreach (var result in results) done.Add(result);
        });
        Assert.Equal(Enumerable.Range(0, 900).Select(number => number * number), done);
    }

    [Fact]
    public void All_keys_make_twelve_tunes_of_one()
    {
        using var folder = new TemporaryFolder();
        var path = Save(folder, "tune.mid");
        var one = JsonNode.Parse(CommandRun.OutputOf("inspect", path, "--json"))!;
        var all = JsonNode.Parse(CommandRun.OutputOf("inspect", path, "--transpose", "all", "--json"))!;
        Assert.Equal(12, all["tunes"]!.AsArray().Count);
        Assert.Equal(12 * (int)one["corpus_length"]!, (int)all["corpus_length"]!);
        Assert.Contains("transposed by", CommandRun.OutputOf("inspect", path, "--transpose", "c"), StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_are_chosen_by_number_where_tunes_are_shown_and_learned()
    {
        using var folder = new TemporaryFolder();
        var path = Save(folder, "tune.mid");
        var json = JsonNode.Parse(CommandRun.OutputOf("inspect", path, "--melody", "1", "--chords", "0", "--json"))!;
        Assert.Equal(["chords", "melody"], json["parts"]!.AsArray().Select(part => (string?)part!["role"]));
        Assert.StartsWith("whole tune: melody from the upper voice of part 1", (string?)json["reading"], StringComparison.Ordinal);
        CommandRun.Of("train", "--data", path, "--melody", "7", "--out", folder.File("out")).MustFail(1, "--melody 7", "tune.mid");
        CommandRun.Of("train", "--data", path, "--melody", "one").MustFail(2, "--melody", "'one'");
        CommandRun.Of("inspect", path, "--melody", "1", "--reading", "deepjazz").MustFail(2, "--melody", "--reading deepjazz");
    }

    [Fact]
    public void A_tune_that_is_read_by_ear_is_shown_with_judgement_key_swing_and_chords_and_can_be_learned_and_played()
    {
        using var folder = new TemporaryFolder();
        var path = Save(folder, "tune.mid");
        var text = CommandRun.OutputOf("inspect", path);
        string[] expected = ["one note at a time", "4 notes at once", "Key ", "swing 1.7", "meter 4/4", "Dm7 (", "G7 (", "read as", "because"];
        Assert.All(expected, part => Assert.Contains(part, text, StringComparison.Ordinal));

        CommandRun.OutputOf([.. SmallModel.Train(folder.File("out"), "--data", path, "--transpose", "all")]);
        var played = OffBeats("swung.mid");
        Assert.NotEmpty(played);
        Assert.All(played, place => Assert.Equal(1.7 / 2.7, place, 0.01));
        Assert.All(OffBeats("straight.mid", "--swing", "1"), place => Assert.NotEqual(1.7 / 2.7, place, 0.01));

        // Where in the second half of a beat the solo's notes begin, but for sixteenths.
        double[] OffBeats(string name, params string[] more)
        {
            string[] command = ["generate", "--model", folder.File("out/model.safetensors"), "--accelerator", "cpu", "--out", folder.File(name)];
            CommandRun.OutputOf([.. command, .. more]);
            return
            [
                .. MidiPart.Of(MidiLoader.Load(folder.File(name))).Single(part => part.Name == SoloMidi.MelodyTrack).Notes
                    .Select(note => note.On % SoloMidi.TicksPerQuarter / (double)SoloMidi.TicksPerQuarter)
                    .Where(place => place is > 0.45 and < 0.72),
            ];
        }
    }

    // Sixteen measures of swung eighths over Dm7 and G7.
    private static string Save(TemporaryFolder folder, string path, int transposed = 0)
    {
        var tune = new Ditty().Part("Sax");
        int[] line = [74, 77, 81, 84, 83, 81, 79, 77, 76, 74, 71, 74, 77, 79, 76, 72];
        for (var beat = 0; beat < 64; beat++)
        {
            tune.Note(transposed + line[2 * beat % 16], beat, 0.6296);
            tune.Note(transposed + line[(2 * beat + beat / 16 + 1) % 16], beat + 0.6296, 0.3704);
        }

        tune.Part("Keys");
        for (var bar = 0; bar < 16; bar++)
            foreach (var pitch in bar % 2 == 0 ? new[] { 50, 53, 57, 60 } : [43, 53, 59, 62]) tune.Note(transposed + pitch, 4 * bar, 4);
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(path))!);
        using var stream = File.Create(folder.File(path));
        tune.ToFile().Write(stream);
        return folder.File(path);
    }
}
