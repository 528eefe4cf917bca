using System.Globalization;
using System.Text.Json.Nodes;
using GpuJazz.Host.Cli;
using GpuJazz.Model.Measuring;

namespace GpuJazz.Host.Benchmarking;

/// <summary>What <c>gpujazz bench --json</c> prints.</summary>
internal static class BenchJson
{
    private const double Microseconds = 1e6;
    private const double Giga = 1e9;

    /// <summary>The machine and its peak, then a list of measurements; times in microseconds.</summary>
    public static JsonObject Of(BenchResult result) => new()
    {
        ["program"] = $"gpujazz {typeof(BenchJson).Assembly.GetName().Version!.ToString(3)}",
        ["machine"] = result.Machine,
        ["date"] = result.Date,
        ["precision"] = SharedOptions.Word(result.Precision),
        ["peak_gflops"] = Rounded(result.Peak / Giga),
        ["measurements"] = new JsonArray([.. result.Sizes.SelectMany(size => Measurements(size, result.Peak))]),
    };

    private static IEnumerable<JsonObject> Measurements(Measurement size, double peak)
    {
        var update = Row("update", size, size.Update, OperationCount.OfUpdate(size.Shape), peak);
        update["loss"] = Rounded(size.Verification.Loss);
        update["verified"] = new JsonObject
        {
            ["sequences"] = size.Verification.Sequences,
            ["loss_error"] = size.Verification.LossError,
            ["gradient_error"] = size.Verification.GradientError,
        };
        yield return update;
        foreach (var solos in size.Solos)
        {
            var row = Row(solos.IsArgmax ? "solos argmax" : "solos drawn", size, solos.Timing, solos.Operations, peak);
            row["solos"] = solos.Count;
            row["notes"] = solos.Notes;
            row["verified"] = new JsonObject { ["note_error"] = solos.Error };
            yield return row;
        }
    }

    private static JsonObject Row(string what, Measurement size, Timing timing, double operations, double peak) => new()
    {
        ["what"] = what,
        ["m"] = size.Shape.Sequences,
        ["T"] = size.Shape.Steps,
        ["H"] = size.Shape.Hidden,
        ["V"] = size.Shape.Vocabulary,
        ["median_us"] = Rounded(timing.Median * Microseconds),
        ["lower_quartile_us"] = Rounded(timing.LowerQuartile * Microseconds),
        ["upper_quartile_us"] = Rounded(timing.UpperQuartile * Microseconds),
        ["fastest_us"] = Rounded(timing.Fastest * Microseconds),
        ["runs"] = timing.Runs,
        ["gflop"] = Rounded(operations / Giga),
        ["gflops"] = Rounded(operations / timing.Median / Giga),
        ["share_of_peak"] = Rounded(operations / timing.Median / peak),
    };

    // No clock is better than six digits.
    private static double Rounded(double value) =>
        double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
