namespace GpuJazz.Model.Measuring;

/// <summary>How the time of an update grows with one of its sizes.</summary>
/// <param name="Varied">The size's letter: m, H or V.</param>
/// <param name="Fixed">The other sizes, such as "T = 30, H = 64, V = 78".</param>
/// <param name="Machine">What it was measured on.</param>
/// <param name="Date">When, as 2026-01-31.</param>
/// <param name="Peak">Floating-point operations a second of multiply-adds alone, measured in the same run.</param>
/// <param name="Points">In the order of their sizes; at least one.</param>
public sealed record ScalingCurve(string Varied, string Fixed, string Machine, string Date, double Peak, IReadOnlyList<ScalingPoint> Points);

/// <summary>One size, verified before it was timed.</summary>
/// <param name="Size">The number that is varied.</param>
/// <param name="Operations">The floating-point operations of an update.</param>
/// <param name="GradientError">How far the gradient is from that of plain loops.</param>
/// <param name="Timing">The time of an update.</param>
public sealed record ScalingPoint(int Size, double Operations, double GradientError, Timing Timing)
{
    /// <summary>What share of a peak was reached.</summary>
    /// <param name="peak">Operations a second.</param>
    /// <returns>0 to 1.</returns>
    public double ShareOf(double peak) => Operations / Timing.Median / peak;
}
