using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GpuJazz.Model.Measuring;

/// <summary>What a measurement was made on, in words.</summary>
public static class MachineName
{
    private const string CpuInfo = "/proc/cpuinfo";

    /// <summary>The accelerator; where that is the processor, its cores, its own name and the width of its vectors.</summary>
    /// <param name="accelerator">The accelerator.</param>
    /// <returns>Such as "2 cores of Intel(R) Xeon(R) Processor, 512-bit vectors".</returns>
    public static string Of(AcceleratorInfo accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        return accelerator.Kind == AcceleratorChoice.Cpu
            ? $"{accelerator.Processors} cores of {Processor()}, {VectorBits}-bit vectors"
            : $"{accelerator.Name} ({accelerator.Interface})";
    }

    /// <summary>The day, in UTC, as 2026-01-31.</summary>
    public static string Today => DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int VectorBits => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    private static string Processor()
    {
        var line = File.Exists(CpuInfo)
            ? File.ReadLines(CpuInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? $"a processor of kind {RuntimeInformation.ProcessArchitecture}";
    }
}
