namespace GpuJazz.Host.Display;

/// <summary>Command lines to print for a person to run.</summary>
internal static class CallName
{
    private const string Name = "gpujazz";

    /// <summary>A command line that runs this program with some words.</summary>
    /// <param name="words">What follows the program's name.</param>
    public static string Line(params IEnumerable<string> words) => string.Join(' ', words.Prepend(OfThisProgram()).Select(Quoted));

    // A program that no folder of PATH holds is called by its path from here.
    private static string OfThisProgram()
    {
        if (Environment.ProcessPath is not { } path || Path.GetFileNameWithoutExtension(path) != Name) return Name;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Contains(Path.GetDirectoryName(path)) ? Name : Path.GetRelativePath(Environment.CurrentDirectory, path);
    }

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsLetterOrDigit(letter) || "-_./\\:=,+@%".Contains(letter, StringComparison.Ordinal))
            ? word
            : OperatingSystem.IsWindows() ? $"\"{word}\"" : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
