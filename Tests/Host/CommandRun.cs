using GpuJazz.Host.Cli;
using GpuJazz.Host.Display;

namespace GpuJazz.Tests.Host;

/// <summary>A command line that was run in this process, and what came of it.</summary>
/// <param name="ExitCode">What the process would have ended with.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its error stream.</param>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static CommandRun Of(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.Run(arguments, new Terminal(output, error));
        return new CommandRun((int)code, output.ToString(), error.ToString());
    }

    /// <summary>A run that must succeed without a word on the error stream.</summary>
    public static string OutputOf(params string[] arguments)
    {
        var run = Of(arguments);
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        return run.Output;
    }

    /// <summary>Checks that it failed with one line that has certain texts in it, and said nothing else.</summary>
    public void MustFail(int exitCode, params string[] texts)
    {
        Assert.Equal("", Output);
        Assert.Matches(@"\Agpujazz: [^\n\r]+\r?\n\z", Error);
        Assert.DoesNotContain("error of the program itself", Error, StringComparison.Ordinal);
        foreach (var text in texts) Assert.Contains(text, Error, StringComparison.Ordinal);
        Assert.Equal(exitCode, ExitCode);
    }
}
