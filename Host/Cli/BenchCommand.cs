using System.CommandLine;
using GpuJazz.Host.Benchmarking;
using GpuJazz.Host.Display;
using GpuJazz.Kernels;

namespace GpuJazz.Host.Cli;

/// <summary><c>gpujazz bench</c>: how fast this machine trains and improvises.</summary>
internal static class BenchCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var sizes = OptionFactory.Texts(
            "--sizes", "m,T,H,V", "Sequences, steps, hidden units and vocabulary of each size, such as 60,30,64,78; without it, a few usual ones");
        var accelerator = SharedOptions.Accelerator();
        var precision = SharedOptions.Precision();
        var quick = OptionFactory.Switch("--quick", "Measure for a fifth of the time, and fewer of the usual sizes");
        var json = SharedOptions.Json();
        var command = new Command("bench", "Measure how fast this machine trains and improvises, after verifying that it does so rightly")
        {
            sizes, accelerator, precision, quick, json,
        };
        command.SetAction(result => BenchRun.Run(
            new BenchRequest
            {
                Accelerator = result.GetRequiredValue(accelerator).Value,
                Sizes = result.GetValue(sizes) is { Length: > 0 } texts
                    ? [.. texts.Select(Size)]
                    : result.GetValue(quick) ? BenchRequest.QuickSizes : BenchRequest.UsualSizes,
                Precision = result.GetRequiredValue(precision).Value,
                Quick = result.GetValue(quick),
                Json = result.GetValue(json),
            },
            terminal));
        return command;
    }

    private static LstmShape Size(string text) => SizeText.Parse(text) ?? throw CommandException.WrongUsage(
        $"--sizes takes m,T,H,V, four whole numbers of at least 1 such as 60,30,64,78, with T·m·4H and T·m·V below 2³¹, not '{text}'");
}
