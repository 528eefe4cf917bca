using System.Text.Json;
using GpuJazz.Kernels;
using GpuJazz.Model;
using GpuJazz.Model.Measuring;

namespace GpuJazz.Bench;

/// <summary>How an update's time grows with each of its sizes: measures, and draws the pictures of docs/.</summary>
internal static class Curves
{
    private const string Results = "Bench/results";
    private const string Pictures = "docs";

    // Sizes so large that an update takes seconds are run no more often than must be.
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(0.5);
    private static readonly LstmShape Notebook = new(60, 30, 64, 78);
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly (string Varied, string Fixed, int[] Sizes, Func<int, LstmShape> Shape)[] All =
    [
        ("m", "T = 30, H = 64, V = 78", [60, 240, 960, 3840, 16_384, 65_536], m => Notebook with { Sequences = m }),
        ("H", "m = 60, T = 30, V = 78", [64, 128, 256, 512, 1024, 2048], h => Notebook with { Hidden = h }),
        ("V", "m = 60, T = 30, H = 64", [78, 300, 1000, 4000, 15_000, 50_000], v => Notebook with { Vocabulary = v }),
    ];

    /// <summary>Called from the repository's root.</summary>
    /// <param name="arguments">
    /// The letters of what to vary, and an accelerator if not the fastest: <c>m H V --accelerator cpu</c>; or <c>draw</c>, to draw what
    /// was measured before.
    /// </param>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> arguments)
    {
        var letters = arguments.TakeWhile(word => !word.StartsWith('-')).ToArray();
        var named = arguments.SkipWhile(word => word != "--accelerator").Skip(1).FirstOrDefault();
        var choice = Enum.GetValues<AcceleratorChoice>().FirstOrDefault(kind => Accelerators.Word(kind) == named);
        foreach (var (varied, rest, sizes, shape) in All)
        {
            var file = Path.Combine(Results, $"scaling-{varied}.json");
            if (letters is [] || letters.Contains(varied)) Save(file, Measure(varied, rest, sizes, shape, choice));
            else if (letters is not ["draw"]) continue;
            var curve = JsonSerializer.Deserialize<ScalingCurve>(File.ReadAllText(file))!;
            using var picture = new StreamWriter(Path.Combine(Pictures, $"scaling-{varied}.svg"));
            ScalingChart.Write(picture, curve);
        }

        return 0;
    }

    private static void Save(string file, ScalingCurve curve)
    {
        Directory.CreateDirectory(Results);
        File.WriteAllText(file, JsonSerializer.Serialize(curve, Indented) + "\n");
    }

    private static ScalingCurve Measure(
        string varied, string rest, IReadOnlyList<int> sizes, Func<int, LstmShape> shape, AcceleratorChoice choice)
    {
        using var session = Accelerators.Open(choice);
        var before = PeakRate.Measure(session.Accelerator, Length);
        var points = new List<ScalingPoint>();
        foreach (var size in sizes)
        {
            using var update = new MeasuredUpdate(session.Accelerator, shape(size));
            var error = update.Verify().GradientError;
            points.Add(new(size, OperationCount.OfUpdate(update.Shape), error, Timing.Of(update.Run, Length)));
            Console.WriteLine(FormattableString.Invariant($"{varied} = {size}: {points[^1].Timing.Median * 1e3:F2} ms, gradient off by {error:0.0e+0}"));
        }

        var peak = Math.Max(before, PeakRate.Measure(session.Accelerator, Length));
        return new(varied, rest, MachineName.Of(session.Info), MachineName.Today, peak, points);
    }
}
