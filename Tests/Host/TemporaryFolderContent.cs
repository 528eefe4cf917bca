namespace GpuJazz.Tests.Host;

/// <summary>What is in a test's folder.</summary>
internal static class TemporaryFolderContent
{
    /// <summary>All files and folders in it by their names, in ordinal order.</summary>
    public static string[] Names(this TemporaryFolder folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Writes a file into it.</summary>
    /// <returns>Its path.</returns>
    public static string Write(this TemporaryFolder folder, string name, params byte[] content)
    {
        File.WriteAllBytes(folder.File(name), content);
        return folder.File(name);
    }
}
