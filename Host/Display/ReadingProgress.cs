using Spectre.Console;

namespace GpuJazz.Host.Display;

/// <summary>A bar that fills while many files are read, if a person watches.</summary>
internal static class ReadingProgress
{
    // Fewer are read before a bar could be looked at.
    private const int FewestFiles = 50;

    /// <summary>Reads and shows how far it has come.</summary>
    /// <param name="terminal">Where to show it.</param>
    /// <param name="files">How many files there are.</param>
    /// <param name="read">The reading; it calls the action that it is given after each file.</param>
    public static void ShowWhile(Terminal terminal, int files, Action<Action> read)
    {
        if (!terminal.IsInteractive || files < FewestFiles)
        {
            read(() => { });
            return;
        }

        terminal.Console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(progress =>
            {
                var task = progress.AddTask(FormattableString.Invariant($"reading {files} files"), maxValue: files);
                read(() => task.Increment(1));
            });
    }
}
