using GpuJazz.Tests.Host;

namespace GpuJazz.Tests.Acceptance;

/// <summary>What can't be used is answered with one line and exit code 1 or 2, and leaves every file as it was.</summary>
public sealed class RefusalTests(SmallModel small) : IClassFixture<SmallModel>
{
    [SharedDataFact]
    public void A_damaged_midi_file()
    {
        using var folder = new TemporaryFolder();
        var whole = File.ReadAllBytes(Published.Tune);
        var contents = new Dictionary<string, byte[]>
        {
            ["empty"] = [],
            ["text"] = "Dear reader, this is no music."u8.ToArray(),
            ["silent"] = [.. "MThd"u8, 0, 0, 0, 6, 0, 1, 0, 1, 0, 96, .. "MTrk"u8, 0, 0, 0, 4, 0, 0xFF, 0x2F, 0],
            ["one-part"] =
            [
                .. "MThd"u8, 0, 0, 0, 6, 0, 0, 0, 1, 0, 96,
                .. "MTrk"u8, 0, 0, 0, 12, 0, 0x90, 60, 90, 96, 0x80, 60, 0, 0, 0xFF, 0x2F, 0,
            ],
            ["zeros"] = new byte[100_000_000],
        };
        int[] cuts = [3, 13, 20, 100, 5_000, 50_000, whole.Length - 4, whole.Length - 1];
        foreach (var length in cuts) contents[$"cut-{length}"] = whole[..length];
        foreach (var (name, content) in contents)
        {
            var path = folder.Write($"{name}.mid", content);
            MustRefuse(folder, name, "inspect", path);
            MustRefuse(folder, name, "inspect", path, "--json", "--rests", "melody", "--reading", "deepjazz");
            MustRefuse(folder, name, "train", "--data", path, "--out", folder.File("out"));
            MustRefuse(folder, name, "generate", "--model", small.Path, "--chords", path, "--out", folder.File("solo.mid"), "--wav");
            if (name != "one-part") MustRefuse(folder, name, "render", path, "--wav", "--piano-roll");
        }
    }

    [Fact]
    public void A_damaged_model_wherever_the_damage_is()
    {
        using var folder = new TemporaryFolder();
        var whole = File.ReadAllBytes(small.Path);
        var vocabulary = whole.AsSpan().IndexOf("C,0."u8);
        foreach (var place in new[] { 0, 5, 9, 40, vocabulary + 3, whole.Length / 2, whole.Length - 1 })
        {
            byte[] damaged = [.. whole];
            damaged[place] ^= 1;
            Refuse($"bit-{place}.safetensors", damaged);
        }

        int[] cuts = [0, 7, 8, 200, whole.Length / 2, whole.Length - 1];
        foreach (var length in cuts) Refuse($"cut-{length}.safetensors", whole[..length]);
        Refuse("more.safetensors", [.. whole, 0, 0, 0, 0]);
        Refuse("zeros.safetensors", new byte[100_000_000]);
        byte[] foreign = [.. "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}"u8];
        Refuse("foreign.safetensors", [(byte)foreign.Length, 0, 0, 0, 0, 0, 0, 0, .. foreign, 0, 0, 0, 0]);

        void Refuse(string name, byte[] content) =>
            MustRefuse(folder, name, "generate", "--model", folder.Write(name, content), "--out", folder.File("solo.mid"), "--wav");
    }

    [Fact]
    public void A_damaged_model_is_not_gone_on_from()
    {
        using var folder = new TemporaryFolder();
        var bytes = File.ReadAllBytes(small.Path);
        bytes[^1] ^= 1;
        folder.Write("model.safetensors", bytes);
        MustRefuse(folder, "model.safetensors", [.. SmallModel.Train(folder.Path, "--resume")]);
    }

    [Fact]
    public void A_model_of_another_vocabulary_or_of_other_settings()
    {
        using var folder = new TemporaryFolder();
        folder.Write("model.safetensors", File.ReadAllBytes(small.Path));
        // The program learns its own tunes with rests.
        MustRefuse(folder, "--resume", [.. SmallModel.Train(folder.Path, "--resume", "--rests", "none")]);
        MustRefuse(folder, "--resume", [.. SmallModel.Train(folder.Path, "--resume", "--seed", "1")]);
        string[] plain = ["train", "--resume", "--out", folder.Path, "--windows", "6", "--batch", "4", "--epochs", "9"];
        MustRefuse(folder, "--resume", [.. plain, "--hidden", "9"]);
        var tune = Path.Combine(SharedData.RepositoryRoot, "data", "stairwell.abc");
        MustRefuse(folder, "--resume", [.. plain, "--hidden", "8", "--data", tune]);
    }

    [Fact]
    public void A_missing_folder_an_unknown_accelerator_and_no_hidden_units()
    {
        using var folder = new TemporaryFolder();
        var (missing, solo) = (folder.File("missing"), folder.File("solo.mid"));
        MustRefuse(folder, missing, "train", "--data", missing, "--out", folder.File("out"));
        MustRefuse(folder, missing, "inspect", missing);
        MustRefuse(folder, missing, "render", Path.Combine(missing, "solo.mid"));
        MustRefuse(folder, missing, "generate", "--model", Path.Combine(missing, "model.safetensors"), "--out", solo);
        MustRefuse(folder, missing, "generate", "--model", small.Path, "--out", Path.Combine(missing, "solo.mid"));
        MustRefuse(folder, "abacus", "train", "--accelerator", "abacus", "--out", folder.File("out"));
        MustRefuse(folder, "abacus", "generate", "--model", small.Path, "--accelerator", "abacus", "--out", solo);
        MustRefuse(folder, "--hidden", "train", "--hidden", "0", "--out", folder.File("out"));
        MustRefuse(folder, "--hidden", "inspect", "--hidden", "0");
    }

    [Fact]
    public void A_full_disk_and_a_folder_that_takes_no_files()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var folder = new TemporaryFolder();
        string[] generate = ["generate", "--model", small.Path, "--out"];
        MustRefuse(folder, "/dev/full", [.. generate, "/dev/full"]);
        foreach (var option in new[] { "--wav", "--piano-roll" })
        {
            using var other = new TemporaryFolder();
            var run = CommandRun.Of([.. generate, other.File("solo.mid"), option, "/dev/full"]);
            CheckRefusal(run, "/dev/full");
            Assert.All(other.Names(), name => Assert.NotEmpty(MidiContent.Read(other.File(name)).Tracks)); // whole, if it is there
        }

        MustRefuse(folder, "/dev/full", [.. SmallModel.Train("/dev/full")]);
        MustRefuse(folder, "/proc", [.. SmallModel.Train("/proc/out")]);
        MustRefuse(folder, "/proc", [.. generate, "/proc/solo.mid"]);
        if (Environment.UserName == "root") return; // whom no mode keeps out
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        MustRefuse(folder, folder.Path, [.. generate, folder.File("solo.mid")]);
        MustRefuse(folder, folder.Path, [.. SmallModel.Train(folder.File("out"))]);
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static void MustRefuse(TemporaryFolder folder, string named, params string[] arguments)
    {
        var before = Snapshot(folder);
        CheckRefusal(CommandRun.Of(arguments), named);
        Assert.Equal(before, Snapshot(folder));
    }

    private static void CheckRefusal(CommandRun run, string named)
    {
        Assert.InRange(run.ExitCode, 1, 2);
        Assert.Equal("", run.Output);
        Assert.Matches(@"\A[^\n\r]{20,}\r?\n\z", run.Error);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
    }

    private static string[] Snapshot(TemporaryFolder folder) =>
    [
        .. folder.Names().Select(name => new FileInfo(folder.File(name)))
            .Select(file => $"{file.Name} {(file.Exists ? file.Length : 0)} {file.LastWriteTimeUtc:O}"),
    ];
}
