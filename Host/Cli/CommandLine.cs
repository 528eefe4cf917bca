using System.CommandLine;
using System.CommandLine.Invocation;
using GpuJazz.Host.Display;

namespace GpuJazz.Host.Cli;

/// <summary>The command <c>gpujazz</c>: its tree of commands, and what becomes of an error.</summary>
internal static class CommandLine
{
    // A file name may begin with @, so such an argument is not a file of further arguments.
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">What follows the program's name.</param>
    /// <param name="terminal">Where its text goes.</param>
    /// <returns>What the process is to end with; an error has been reported in one line on the error stream.</returns>
    public static ExitCode Run(IReadOnlyList<string> arguments, Terminal terminal)
    {
        try
        {
            var code = Invoke(Tree(terminal).Parse(arguments, Parser), terminal);
            terminal.Out.Flush();
            return code;
        }
#pragma warning disable CA1031 // The last place that can turn an exception into a line a user can act on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return ErrorLine.Report(error, terminal);
        }
    }

    private static ExitCode Invoke(ParseResult result, Terminal terminal)
    {
        if (result is { Errors.Count: > 0, Action: null or ParseErrorAction })
        {
            var command = result.CommandResult.Command;
            var name = command is RootCommand ? "gpujazz" : $"gpujazz {command.Name}";
            throw CommandException.WrongUsage($"{UsageError.Of(result)}; `{name} --help` lists what it takes");
        }

        return (ExitCode)result.Invoke(new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private static RootCommand Tree(Terminal terminal)
    {
        var root = new RootCommand("Trains an LSTM on jazz and improvises with it, on kernels written in C#.");
        foreach (var command in Commands(terminal)) root.Add(command);
        root.SetAction(_ => root.Parse("--help").Invoke(new InvocationConfiguration { Output = terminal.Out }));
        return root;
    }

    private static IEnumerable<Command> Commands(Terminal terminal) =>
    [
        TrainCommand.Create(terminal),
        GenerateCommand.Create(terminal),
        EvaluateCommand.Create(terminal),
        InspectCommand.Create(terminal),
        RenderCommand.Create(terminal),
        DevicesCommand.Create(terminal),
        BenchCommand.Create(terminal),
    ];
}
