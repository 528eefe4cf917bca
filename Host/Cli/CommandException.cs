namespace GpuJazz.Host.Cli;

/// <summary>What stops a command, in one line that names the file or option and says what to do.</summary>
internal sealed class CommandException : Exception
{
    private CommandException(ExitCode exitCode, string message, Exception? cause = null)
        : base(message, cause) => ExitCode = exitCode;

    /// <summary>What the process ends with.</summary>
    public ExitCode ExitCode { get; }

    /// <summary>The command line asks for something that can't be.</summary>
    public static CommandException WrongUsage(string message) => new(ExitCode.WrongUsage, message);

    /// <summary>A file or a device stands in the way.</summary>
    public static CommandException Failed(string message, Exception? cause = null) => new(ExitCode.Failed, message, cause);
}
