namespace GpuJazz.Host.Cli;

/// <summary>What the process says to the program that started it.</summary>
internal enum ExitCode
{
    /// <summary>Everything asked for was done.</summary>
    Done = 0,

    /// <summary>The command was understood, but a file, a device or a signal stopped it.</summary>
    Failed = 1,

    /// <summary>The command line itself is wrong.</summary>
    WrongUsage = 2,
}
