using System.IO.Enumeration;
using GpuJazz.Host.Cli;

namespace GpuJazz.Host.Corpus;

/// <summary>From the paths on a command line to tunes, always in the same order.</summary>
internal static class TuneFinder
{
    /// <summary>The tunes at some paths: each file, and the files of each folder and of the folders in it, in ordinal order of their paths.</summary>
    /// <param name="paths">Files and folders; none means the tunes that come with the program.</param>
    /// <param name="option">The option that named them, for errors.</param>
    public static IReadOnlyList<TuneSource> Find(IReadOnlyList<string> paths, string option) =>
        paths.Count == 0 ? EmbeddedTunes.All : [.. paths.SelectMany(path => At(path, option))];

    private static TuneSource[] At(string path, string option)
    {
        if (Directory.Exists(path)) return InFolder(path, option);
        if (File.Exists(path)) return [TuneSource.OfFile(path)];
        if (EmbeddedTunes.Find(path) is { } tune) return [tune];
        throw CommandException.Failed(
            $"{option} '{path}' is not there; name a file, a folder, or one of {string.Join(", ", EmbeddedTunes.All.Select(each => each.Name))}");
    }

    private static TuneSource[] InFolder(string folder, string option)
    {
        try
        {
            var files = Tunes(folder)
                .Order(StringComparer.Ordinal)
                .Select(name => new TuneSource(name, Path.Combine(folder, name)))
                .ToArray();
            return files.Length > 0 ? files : throw CommandException.Failed(
                $"{option} '{folder}' has no file that ends in {string.Join(", ", TuneSource.Extensions)}; put one there or name a file");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failed($"{option} '{folder}' can't be read ({error.Message.TrimEnd('.')})", error);
        }
    }

    // Paths from the folder on, with slashes on every system. A folder that is a link is left out: it may lead round in a circle.
    private static FileSystemEnumerable<string> Tunes(string folder) => new(
        folder,
        (ref FileSystemEntry entry) => Path.GetRelativePath(folder, entry.ToFullPath()).Replace('\\', '/'),
        new EnumerationOptions { RecurseSubdirectories = true })
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && TuneSource.IsTune(entry.FileName),
        ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
    };
}
