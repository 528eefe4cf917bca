namespace GpuJazz.Music;

/// <summary>Writes a file whole or not at all: to a temporary file beside it, flushed to the disk, then renamed.</summary>
public static class AtomicFile
{
    private const int UnixNoSpace = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Writes a file; one of that name is replaced only once the new one is complete.</summary>
    /// <remarks>
    /// A symbolic link is followed. What is not a regular file (a device, a pipe, standard output) can't be replaced and is
    /// written directly.
    /// </remarks>
    /// <param name="path">The file to write; its folder must exist.</param>
    /// <param name="write">Writes the content to the stream given to it, which must not be assumed to seek.</param>
    /// <exception cref="MusicException">The file can't be written; the line says which and why. Nothing is left behind.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (Directory.Exists(path)) throw new MusicException($"cannot write {path}: it is a folder; name a file in it");
        try
        {
            var target = FollowLinks(path);
            if (IsDevice(path) || IsDevice(target) || !CanBeReplaced(target)) WriteDirectly(target, write);
            else WriteAndRename(target, write);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new MusicException($"cannot write {path}: {Reason(path, error)}", error);
        }
    }

    private static void WriteDirectly(string path, Action<Stream> write)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        write(stream);
        stream.Flush();
    }

    private static void WriteAndRename(string target, Action<Stream> write)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static string FollowLinks(string path)
    {
        var full = Path.GetFullPath(path);
        if (IsDevice(full) || new FileInfo(full).LinkTarget is null) return full;
        return File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
    }

    /// <summary>Devices are known by their folder: they look like files, and renaming over them would destroy them.</summary>
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows()
        && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal))
        && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    /// <summary>Opens what is there, if anything: this finds files that are write-protected, and named pipes, which can't seek.</summary>
    private static bool CanBeReplaced(string target)
    {
        if (!File.Exists(target)) return true;
        using var existing = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        return existing.CanSeek;
    }

    private static string Reason(string path, Exception error) => error switch
    {
        IOException when File.Exists(FolderOf(path)) => $"{FolderOf(path)} is not a folder; choose another place",
        DirectoryNotFoundException => $"the folder {FolderOf(path)} does not exist; create it first",
        UnauthorizedAccessException => "permission denied; choose a folder that you may write to",
        PathTooLongException => "the name is too long; choose a shorter one",
        { HResult: UnixNoSpace or WindowsDiskFull } => "no space left on the device; free some or choose another place",
        _ => error.Message.ReplaceLineEndings(" "),
    };

    private static string FolderOf(string path) => Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".";
}
