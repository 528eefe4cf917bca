using GpuJazz.Music;

namespace GpuJazz.Host.Files;

/// <summary>Files in folders that need not be there yet.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file whole or not at all; folders that it needs are made, and removed again if it can't be written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        var missing = MissingFolders(path);
        try
        {
            if (missing.Count > 0) Directory.CreateDirectory(missing[0]);
            AtomicFile.Write(path, write);
        }
        catch
        {
            foreach (var folder in missing.Where(IsEmpty)) Directory.Delete(folder);
            throw;
        }
    }

    /// <summary>The folders above a file that are not there, from the file upwards.</summary>
    /// <param name="path">The file.</param>
    public static IReadOnlyList<string> MissingFolders(string path)
    {
        var missing = new List<string>();
        for (var folder = Above(path); folder is not null && !Directory.Exists(folder); folder = Above(folder)) missing.Add(folder);
        return missing;
    }

    private static bool IsEmpty(string folder) => Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any();

    private static string? Above(string path) => Path.GetDirectoryName(Path.GetFullPath(path));
}
