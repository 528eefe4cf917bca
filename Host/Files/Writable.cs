using GpuJazz.Host.Cli;

namespace GpuJazz.Host.Files;

/// <summary>Finds out before the work, not after it, that a file can't be written.</summary>
internal static class Writable
{
    /// <summary>Makes a folder unless it is there, and checks that files can be made in it.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="option">The option that named it, for the error.</param>
    public static void Folder(string path, string option)
    {
        if (File.Exists(path)) throw CommandException.Failed($"{option} '{path}' is a file, not a folder; name another folder");
        Try(() => Directory.CreateDirectory(path), path, option, "can't be made");
        ProbeIn(path, path, option);
    }

    /// <summary>Checks that a file can be made or replaced.</summary>
    /// <param name="path">The file.</param>
    /// <param name="option">The option that named it, for the error.</param>
    public static void Target(string path, string option)
    {
        if (Directory.Exists(path) || Path.EndsInDirectorySeparator(path)) throw CommandException.Failed($"{option} '{path}' is a folder; name a file in it");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
        if (File.Exists(folder)) throw CommandException.Failed($"{option} '{path}' can't be written: '{folder}' is a file, not a folder");
        if (!Directory.Exists(folder)) throw CommandException.Failed($"{option} '{path}' can't be written: make the folder '{folder}' first");
        if (File.Exists(path)) Try(() => new FileStream(path, FileMode.Open, FileAccess.Write).Dispose(), path, option, "can't be written");
        else ProbeIn(folder, path, option);
    }

    // A byte is written too: on a full disk a file can be made but not filled.
    private static void ProbeIn(string folder, string path, string option)
    {
        var probe = Path.Combine(folder, $".gpujazz-{Guid.NewGuid():N}");
        Try(
            () =>
            {
                using var file = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
                file.WriteByte(0);
                file.Flush(flushToDisk: true);
            },
            path,
            option,
            "can't be written");
    }

    private static void Try(Action action, string path, string option, string what)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw CommandException.Failed($"{option} '{path}' {what} ({error.Message.TrimEnd('.')}); name another place", error);
        }
    }
}
