using System.Diagnostics;
using System.Globalization;
using GpuJazz.Kernels;
using GpuJazz.Model;

namespace GpuJazz.Bench;

/// <summary>Medians in a second or two: an update, each of its launches, solos. For work on a kernel, where BenchmarkDotNet takes minutes.</summary>
internal static class LaunchTimes
{
    private const int Runs = 200;

    // A measurement is over after a fifth of a second, but not before a few runs.
    private const int LeastRuns = 5;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(0.2);

    /// <summary>Prints milliseconds to the standard output.</summary>
    /// <param name="sizes">Sizes m,T,H,V; the notebook's if there are none.</param>
    public static void Print(IReadOnlyList<string> sizes)
    {
        foreach (var size in sizes.Count > 0 ? sizes : ["60,30,64,78"])
        {
            var numbers = Array.ConvertAll(size.Split(','), text => int.Parse(text, CultureInfo.InvariantCulture));
            Print(new LstmShape(numbers[0], numbers[1], numbers[2], numbers[3]));
        }
    }

    private static void Print(LstmShape shape)
    {
        using var model = new NotebookSize(shape);
        Console.WriteLine($"m = {shape.Sequences}, T = {shape.Steps}, H = {shape.Hidden}, V = {shape.Vocabulary}: milliseconds");
        Time("update", model.WholeUpdate);
        foreach (var operation in Operations.Names)
        {
            var launch = Operations.Launch(model, operation);
            Time(operation, () =>
            {
                launch();
                model.Accelerator.Synchronize();
            });
        }

        using var improviser = new Improviser(model.Accelerator, model.Model, model.InitialParameters);
        foreach (int count in (int[])[1, 1000])
        {
            Time($"{count} x 50 notes, argmax", () => improviser.Improvise(new() { Count = count, Sampling = SamplingKind.Argmax }));
            Time($"{count} x 50 notes, softmax", () => improviser.Improvise(new() { Count = count, Temperature = 1 }));
        }
    }

    private static void Time(string what, Action run)
    {
        for (var i = 0; i < LeastRuns; i++) run();
        var times = new List<double>();
        var all = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        while (times.Count < LeastRuns || (times.Count < Runs && all.Elapsed < Longest))
        {
            var clock = Stopwatch.StartNew();
            run();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        // What the processor worked, on all cores: other programs that run at the same time change it little.
        var work = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / times.Count;
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {what,-24} {times[times.Count / 2],9:F3}  least {times[0],9:F3}  processor {work,9:F3}"));
    }
}
