namespace GpuJazz.Model;

/// <summary>What the file system refuses, in one line that says what to do.</summary>
internal static class FileErrors
{
    private const int UnixNoSpace = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Whether an exception comes from the file system rather than from a mistake in the program.</summary>
    /// <param name="error">The exception.</param>
    /// <returns>True for those that the other methods explain.</returns>
    public static bool AreOfFiles(Exception error) => error is IOException or UnauthorizedAccessException or NotSupportedException;

    /// <summary>The line for a file that can't be written.</summary>
    /// <param name="path">The file as the user named it.</param>
    /// <param name="error">What the file system said.</param>
    /// <returns>The exception to throw.</returns>
    public static ModelException CannotWrite(string path, Exception error) => new($"{path} can't be written: {Reason(path, error)}", error);

    /// <summary>The line for a file that can't be read.</summary>
    /// <param name="path">The file as the user named it.</param>
    /// <param name="error">What the file system said.</param>
    /// <returns>The exception to throw.</returns>
    public static ModelException CannotRead(string path, Exception error) => new($"{path} can't be read: {Reason(path, error)}", error);

    private static string Reason(string path, Exception error) => error switch
    {
        _ when Directory.Exists(path) => "it is a folder; name a file in it",
        FileNotFoundException => "there is no such file; name one that gpujazz train wrote",
        DirectoryNotFoundException => "its folder does not exist; make the folder, or name another",
        UnauthorizedAccessException => "permission denied; choose a place that you may use",
        PathTooLongException => "the name is too long; choose a shorter one",
        { HResult: UnixNoSpace or WindowsDiskFull } => "no space left on the device; free some, or choose another place",
        _ => $"{error.Message.ReplaceLineEndings(" ")}; choose another place",
    };
}
