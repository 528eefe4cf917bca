using System.Globalization;
using GpuJazz.Host.Cli;
using GpuJazz.Host.Display;
using GpuJazz.Kernels;
using GpuJazz.Model.Measuring;
using Spectre.Console;

namespace GpuJazz.Host.Benchmarking;

/// <summary>What <c>gpujazz bench</c> shows a person.</summary>
internal static class BenchTable
{
    private const double Giga = 1e9;

    /// <summary>The machine, a table, and how to read it.</summary>
    public static void Show(BenchResult result, Terminal terminal)
    {
        terminal.Out.WriteLine(FormattableString.Invariant(
            $"{result.Machine}, {result.Date}: at most {result.Peak / Giga:N0} GFLOP/s, measured by multiply-adds alone{Factors(result.Precision)}"));
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var heading in new[] { "m", "T", "H", "V" }) table.AddColumn(new TableColumn(heading).RightAligned());
        table.AddColumn("what");
        foreach (var heading in new[] { "median", "middle half of runs", "GFLOP/s", "of peak" })
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var size in result.Sizes)
        {
            Add(table, size, "update", size.Update, OperationCount.OfUpdate(size.Shape), result.Peak);
            foreach (var solos in size.Solos)
            {
                Add(table, size, $"{Counted.Of(solos.Count, "solo")} of {solos.Notes} notes", solos.Timing, solos.Operations, result.Peak);
            }
        }

        terminal.Console.Write(table);
        terminal.Out.WriteLine("An update counts as 6·T·m·H·(4H + V) floating-point operations, B solos of N notes as 2·B·N·H·(4H + V).");
        terminal.Out.WriteLine(FormattableString.Invariant(
            $"Verified before it was timed: the gradient is off by {result.Sizes.Max(size => size.Verification.GradientError):0.0e+0} of its length at most."));
    }

    private static void Add(Table table, Measurement size, string what, Timing timing, double operations, double peak)
    {
        var shape = size.Shape;
        string[] sizes = what == "update" ? [$"{shape.Sequences}", $"{shape.Steps}", $"{shape.Hidden}", $"{shape.Vocabulary}"] : ["", "", "", ""];
        table.AddRow(
        [
            .. sizes,
            what,
            Duration(timing.Median),
            $"{Duration(timing.LowerQuartile)} to {Duration(timing.UpperQuartile)}",
            Text(operations / timing.Median / Giga, "F1"),
            Text(operations / timing.Median / peak, "P0"),
        ]);
    }

    private static string Factors(Precision precision) =>
        precision == Precision.Fp32 ? "" : $"; updates have factors of {SharedOptions.Word(precision)}";

    private static string Duration(double seconds) => seconds switch
    {
        < 1e-3 => $"{Text(seconds * 1e6, "F1")} µs",
        < 1 => $"{Text(seconds * 1e3, "F2")} ms",
        _ => $"{Text(seconds, "F2")} s",
    };

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
