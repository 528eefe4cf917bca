using GpuJazz.Model;

namespace GpuJazz.Tests.Model;

public sealed class CheckpointWritingTests : IDisposable
{
    private static readonly ModelShape Shape = new(1, 2);
    private readonly TemporaryFolder folder = new();

    private static ModelState Example { get; } =
        new(Shape, Initializers.Create(Shape, 0), null, 0, new TrainingSettings(), new Dictionary<string, string>());

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_older_file_is_replaced()
    {
        File.WriteAllText(folder.File("model"), new string('x', 100_000));

        Checkpoint.Write(folder.File("model"), Example);

        Assert.Equal(Example.Parameters, Checkpoint.Read(folder.File("model")).Parameters);
    }

    [Fact]
    public void A_write_that_fails_leaves_the_older_file_and_nothing_else()
    {
        File.WriteAllText(folder.File("model"), "older");

        var error = Assert.Throws<ModelException>(() => AtomicFile.Write(folder.File("model"), stream =>
        {
            stream.Write(new byte[100_000]);
            throw new IOException("the cable was pulled");
        }));

        Assert.Equal($"{folder.File("model")} can't be written: the cable was pulled; choose another place", error.Message);
        Assert.Equal("older", File.ReadAllText(folder.File("model")));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_name_that_is_a_folder_is_refused_and_nothing_is_left()
    {
        Directory.CreateDirectory(folder.File("model"));

        var error = Assert.Throws<ModelException>(() => Checkpoint.Write(folder.File("model"), Example));

        Assert.Equal($"{folder.File("model")} can't be written: it is a folder; name a file in it", error.Message);
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
        Assert.Empty(Directory.GetFileSystemEntries(folder.File("model")));
    }

    [Fact]
    public void A_missing_folder_is_named_as_the_reason()
    {
        var error = Assert.Throws<ModelException>(() => Checkpoint.Write(folder.File("no/model"), Example));

        Assert.Equal($"{folder.File("no/model")} can't be written: its folder does not exist; make the folder, or name another", error.Message);
    }

    [Fact]
    public void A_note_may_not_take_the_name_of_other_metadata()
    {
        var state = Example with { Notes = new Dictionary<string, string> { ["hidden"] = "3" } };

        Assert.ThrowsAny<ArgumentException>(() => Checkpoint.Write(folder.File("model"), state));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [LinuxFact]
    public void A_full_disk_is_named_as_the_reason()
    {
        var error = Assert.Throws<ModelException>(() => Checkpoint.Write("/dev/full", Example));

        Assert.Equal("/dev/full can't be written: no space left on the device; free some, or choose another place", error.Message);
        Assert.Equal(0, new FileInfo("/dev/full").Length);
    }

    /// <summary>The folder of the system's own description takes no new files, not even from the superuser.</summary>
    [LinuxFact]
    public void An_unwritable_folder_is_refused_in_a_line()
    {
        var error = Assert.Throws<ModelException>(() => Checkpoint.Write("/proc/model.safetensors", Example));

        Assert.StartsWith("/proc/model.safetensors can't be written: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [LinuxFact]
    public void A_symbolic_link_stays_and_the_file_it_names_is_replaced()
    {
        File.WriteAllText(folder.File("real"), "older");
        File.CreateSymbolicLink(folder.File("link"), folder.File("real"));

        Checkpoint.Write(folder.File("link"), Example);

        Assert.Equal(folder.File("real"), new FileInfo(folder.File("link")).LinkTarget);
        Assert.Equal(Example.Parameters, Checkpoint.Read(folder.File("real")).Parameters);
    }
}

/// <summary>A test of what only Linux has.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "only Linux has the files that this test needs";
}
