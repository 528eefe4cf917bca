namespace GpuJazz.Model;

/// <summary>Writes a file whole or not at all: to a temporary file beside it, flushed to the disk, then renamed.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file; one of that name is replaced only when the new one is complete. A symbolic link is followed.</summary>
    /// <remarks>A device or a pipe, which a rename would destroy, is written directly.</remarks>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="write">Writes the content to a stream that may not seek.</param>
    /// <exception cref="ModelException">The file can't be written. Nothing is left behind.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        try
        {
            var target = FollowLinks(Path.GetFullPath(path));
            if (Replaceable(target)) WriteAndRename(target, write);
            else WriteDirectly(target, write);
        }
        catch (Exception error) when (FileErrors.AreOfFiles(error))
        {
            throw FileErrors.CannotWrite(path, error);
        }
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

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static void WriteDirectly(string target, Action<Stream> write)
    {
        using var stream = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        write(stream);
        stream.Flush();
    }

    private static string FollowLinks(string path) =>
        !IsDevice(path) && new FileInfo(path).LinkTarget is not null ? File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName : path;

    /// <summary>Whether there is nothing, or a regular file that may be written: devices are known by their folder, pipes can't seek.</summary>
    private static bool Replaceable(string target)
    {
        if (IsDevice(target)) return false;
        if (!Path.Exists(target)) return true;
        using var existing = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        return existing.CanSeek;
    }

    private static bool IsDevice(string path) => !OperatingSystem.IsWindows()
        && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal))
        && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);
}
