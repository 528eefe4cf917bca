using System.Text;
using Spectre.Console;

namespace GpuJazz.Host.Display;

/// <summary>Where a command's text goes, and what may be done there.</summary>
internal sealed class Terminal
{
    // The width of tables in a file or a pipe.
    private const int FileWidth = 160;

    /// <summary>A place for text.</summary>
    /// <param name="output">What was asked for.</param>
    /// <param name="error">Errors.</param>
    /// <param name="isInteractive">Whether <paramref name="output"/> is a terminal whose lines can be drawn anew.</param>
    /// <param name="hasColor">Whether colours may be used there.</param>
    public Terminal(TextWriter output, TextWriter error, bool isInteractive = false, bool hasColor = false)
    {
        Out = output;
        Error = error;
        IsInteractive = isInteractive;
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isInteractive && hasColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isInteractive ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        if (!isInteractive) Console.Profile.Width = FileWidth;
    }

    /// <summary>The text that was asked for; what a program reads is written here as it is.</summary>
    public TextWriter Out { get; }

    /// <summary>Errors, a line each.</summary>
    public TextWriter Error { get; }

    /// <summary>Tables and live displays over <see cref="Out"/>.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>Whether a person watches, so that progress is worth showing.</summary>
    public bool IsInteractive { get; }

    /// <summary>The streams of this process; colours unless <c>NO_COLOR</c> is set (no-color.org).</summary>
    public static Terminal OfProcess()
    {
        var interactive = !System.Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        if (!System.Console.IsOutputRedirected && OperatingSystem.IsWindows()) System.Console.OutputEncoding = Encoding.UTF8;
        return new Terminal(
            System.Console.Out,
            System.Console.Error,
            interactive,
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));
    }
}
