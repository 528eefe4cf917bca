using GpuJazz.Host.Display;
using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Host.Cli;

/// <summary>Turns whatever went wrong into one line on the error stream and an exit code.</summary>
internal static class ErrorLine
{
    /// <summary>Set to 1, the stack trace follows the line.</summary>
    public const string TraceVariable = "GPUJAZZ_TRACE";

    /// <summary>Prints the line <c>gpujazz: what is wrong and what to do</c>.</summary>
    /// <param name="error">What stopped the command.</param>
    /// <param name="terminal">Its error stream gets the line.</param>
    /// <returns>What the process is to end with.</returns>
    public static ExitCode Report(Exception error, Terminal terminal)
    {
        var (code, message) = error switch
        {
            CommandException command => (command.ExitCode, command.Message),
            MusicException or ModelException => (ExitCode.Failed, error.Message),
            IOException or UnauthorizedAccessException => (ExitCode.Failed, $"{error.Message.TrimEnd('.')}; check the disk and the path"),
            OutOfMemoryException => (ExitCode.Failed, "out of memory; choose a smaller --batch, --hidden, --windows or --count"),
            _ => (ExitCode.Failed, $"an error of the program itself: {error.GetType().Name}: {error.Message}; "
                + $"please report this line, the command and the trace that {TraceVariable}=1 shows"),
        };
        terminal.Error.WriteLine($"gpujazz: {OneLine(message)}");
        if (Environment.GetEnvironmentVariable(TraceVariable) == "1") terminal.Error.WriteLine(error);
        terminal.Error.Flush();
        return code;
    }

    /// <summary>Prints the line <c>gpujazz: left out: what is wrong and what to do</c> of a file without which a command goes on.</summary>
    /// <param name="error">Why the file can't be read.</param>
    /// <param name="terminal">Its error stream gets the line.</param>
    public static void LeftOut(Exception error, Terminal terminal) => terminal.Error.WriteLine($"gpujazz: left out: {OneLine(error.Message)}");

    // File names and messages from elsewhere may hold line ends and escape codes.
    private static string OneLine(string text)
    {
        var clean = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        var isSentence = clean.Length > 1 && char.IsUpper(clean[0]) && char.IsLower(clean[1]);
        return isSentence ? char.ToLowerInvariant(clean[0]) + clean[1..] : clean;
    }
}
