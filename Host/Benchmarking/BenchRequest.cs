using GpuJazz.Kernels;
using GpuJazz.Model;
using GpuJazz.Model.Measuring;

namespace GpuJazz.Host.Benchmarking;

/// <summary>What <c>gpujazz bench</c> is asked for.</summary>
internal sealed record BenchRequest
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(0.4);

    /// <summary>The notebook's size, many of its sequences, and larger models.</summary>
    public static IReadOnlyList<LstmShape> UsualSizes { get; } =
        [new(60, 30, 64, 78), new(3840, 30, 64, 78), new(60, 30, 256, 78), new(60, 30, 512, 78)];

    /// <summary>Those that take the least time.</summary>
    public static IReadOnlyList<LstmShape> QuickSizes { get; } = [UsualSizes[0], UsualSizes[2]];

    /// <summary>What to measure.</summary>
    public required AcceleratorChoice Accelerator { get; init; }

    /// <summary>The sizes, in the order of the report.</summary>
    public required IReadOnlyList<LstmShape> Sizes { get; init; }

    /// <summary>Of the factors of an update's products. Solos are always drawn in single precision.</summary>
    public Precision Precision { get; init; }

    /// <summary>Whether to measure for a fifth of the time.</summary>
    public bool Quick { get; init; }

    /// <summary>Whether a program reads the report.</summary>
    public bool Json { get; init; }

    /// <summary>The largest relative error of loss and gradient; more is not timed. Null for what the precision may have.</summary>
    public double? UpdateAllowance { get; init; }

    /// <summary>The largest error of a solo's notes; more is not timed.</summary>
    public double SolosAllowance { get; init; } = MeasuredSolos.Allowance;

    /// <summary>How long each measurement takes.</summary>
    public TimeSpan Length => Quick ? Short : Usual;
}
