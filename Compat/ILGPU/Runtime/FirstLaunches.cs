using System.Diagnostics.Metrics;

namespace ILGPU.Runtime;

/// <summary>
/// What the first launch of each kernel on the CPU takes, its compilation included: the instrument <c>kernel.first_launch</c> of the meter
/// <c>ILGPU</c>, in milliseconds, with the kernel's name. It costs nothing while nobody listens.
/// </summary>
internal static class FirstLaunches
{
    private static readonly Meter Meter = new("ILGPU");

    private static readonly Histogram<double> Milliseconds =
        Meter.CreateHistogram<double>("kernel.first_launch", "ms", "The first launch of a kernel, its compilation included");

    /// <summary>Tells those who listen.</summary>
    public static void Took(string kernel, TimeSpan time) => Milliseconds.Record(time.TotalMilliseconds, new KeyValuePair<string, object?>("kernel", kernel));
}
