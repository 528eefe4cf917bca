namespace GpuJazz.Tests.Host;

/// <summary>A place that can't be written ends with code 1 and one line, before any work, and leaves nothing behind.</summary>
public sealed class UnwritableOutputTests(SmallModel small) : IClassFixture<SmallModel>
{
    [Fact]
    public void A_file_is_no_folder()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("file", 1);
        CommandRun.Of([.. SmallModel.Train(file)]).MustFail(1, "--out", file);
        CommandRun.Of([.. SmallModel.Train(Path.Combine(file, "out"))]).MustFail(1, "--out", file);
        Generate(Path.Combine(file, "solo.mid")).MustFail(1, "--out", file);
        Assert.Equal(["file"], folder.Names());
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        using var folder = new TemporaryFolder();
        Generate(folder.Path).MustFail(1, "--out", folder.Path);
        Generate(folder.File("new") + "/").MustFail(1, "--out", folder.File("new"));
        Generate(folder.File("solo.mid"), "--wav", folder.Path).MustFail(1, "--wav", folder.Path);
        CommandRun.Of("inspect", "--export", folder.Path, FirstTune).MustFail(1, "--export", folder.Path);
        Assert.Empty(folder.Names());
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        using var folder = new TemporaryFolder();
        Generate(Path.Combine(folder.File("missing"), "solo.mid")).MustFail(1, "--out", folder.File("missing"));
        Assert.Empty(folder.Names());
    }

    [Theory]
    [InlineData("solo.wav")]
    [InlineData("solo.MP3")]
    [InlineData("solo.mid", "--wav", "solo.mp3")]
    [InlineData("solo.mid", "--piano-roll", "solo.mid")]
    public void A_name_that_ends_like_another_kind_of_file_is_refused(string name, params string[] more)
    {
        Generate(name, more).MustFail(2, more is [.., var path] ? $"{more[0]} '{path}'" : $"--out '{name}'");
        CommandRun.Of("render", small.Path, "--out", "new/solo.wav").MustFail(2, "--out", "--wav");
    }

    [Fact]
    public void A_folder_that_takes_no_files_is_named()
    {
        if (!OperatingSystem.IsLinux()) return;
        CommandRun.Of([.. SmallModel.Train("/proc/gpujazz")]).MustFail(1, "--out", "/proc/gpujazz");
        CommandRun.Of([.. SmallModel.Train("/proc")]).MustFail(1, "--out", "/proc");
        Generate("/proc/solo.mid").MustFail(1, "--out", "/proc/solo.mid");
    }

    [Fact]
    public void A_full_disk_is_named_and_stays_what_it_is()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var folder = new TemporaryFolder();
        CommandRun.Of([.. SmallModel.Train("/dev/full")]).MustFail(1, "--out", "/dev/full");
        Generate("/dev/full").MustFail(1, "/dev/full", "space");
        Generate(folder.File("solo.mid"), "--wav", "/dev/full").MustFail(1, "/dev/full", "space");
        Assert.False(File.GetAttributes("/dev/full").HasFlag(FileAttributes.Directory));
        Assert.Throws<IOException>(() => File.WriteAllText("/dev/full", "x"));
    }

    private static string FirstTune => GpuJazz.Host.Corpus.EmbeddedTunes.All[0].Name;

    private CommandRun Generate(string path, params string[] more) => CommandRun.Of(["generate", "--model", small.Path, "--out", path, .. more]);
}
