using GpuJazz.Music;

namespace GpuJazz.Tests;

public sealed class AtomicFileTests
{
    private static readonly byte[] Old = [1, 2, 3];
    private static readonly byte[] New = [4, 5];

    [Fact]
    public void A_new_file_is_written_and_an_old_one_replaced()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.bin");
        AtomicFile.Write(path, stream => stream.Write(Old));
        AtomicFile.Write(path, stream => stream.Write(New));
        Assert.Equal(New, File.ReadAllBytes(path));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void When_writing_fails_the_old_file_stays_and_nothing_is_left()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.bin");
        File.WriteAllBytes(path, Old);
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write(New);
            throw new InvalidOperationException("halfway");
        }));
        Assert.Equal(Old, File.ReadAllBytes(path));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_folder_and_a_missing_folder_are_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("is a folder", Refusal(folder.Path), StringComparison.Ordinal);
        Assert.Contains("does not exist", Refusal(folder.File("no/such.mid")), StringComparison.Ordinal);
        Assert.Contains("is not a folder", Refusal(Path.Combine(Existing(folder), "solo.mid")), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("no")));
    }

    [UnixFact]
    public void A_full_disk_is_told()
    {
        Assert.Contains("no space left", Refusal("/dev/full"), StringComparison.Ordinal);
        Assert.True(File.Exists("/dev/full"));
    }

    [UnixFact]
    public void A_folder_or_file_without_permission_is_told()
    {
        if (Environment.IsPrivilegedProcess)
        {
            Assert.Contains("cannot write /proc/version", Refusal("/proc/version"), StringComparison.Ordinal);
            return;
        }

        Assert.Contains("permission", Refusal("/usr/solo.mid"), StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_link_stays_a_link_and_the_mode_of_a_file_is_kept()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("real"), Old);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.File("real"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(folder.File("link"), "real");
        AtomicFile.Write(folder.File("link"), stream => stream.Write(New));
        Assert.Equal("real", new FileInfo(folder.File("link")).LinkTarget);
        Assert.Equal(New, File.ReadAllBytes(folder.File("real")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("real")));
    }

    private static string Refusal(string path)
    {
        var error = Assert.Throws<MusicException>(() => AtomicFile.Write(path, stream => stream.Write(New)));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        return error.Message;
    }

    private static string Existing(TemporaryFolder folder)
    {
        File.WriteAllBytes(folder.File("file"), Old);
        return folder.File("file");
    }
}

/// <summary>A test of what only Unix has.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no such files" : null;
}
