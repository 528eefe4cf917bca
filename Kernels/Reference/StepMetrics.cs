namespace GpuJazz.Kernels.Reference;

/// <summary>Sums of losses and hits by step, in plain loops; see <see cref="Kernels.StepMetrics"/>.</summary>
public static class StepMetrics
{
    /// <summary>Adds one batch.</summary>
    /// <param name="losses">[T, m].</param>
    /// <param name="hits">[T, m].</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="lossSums">[T] added to.</param>
    /// <param name="hitSums">[T] added to.</param>
    public static void Run(
        ReadOnlySpan<double> losses, ReadOnlySpan<int> hits, LstmShape shape, Span<double> lossSums, Span<int> hitSums)
    {
        for (var row = 0; row < shape.Rows; row++)
        {
            lossSums[row / shape.Sequences] += losses[row];
            hitSums[row / shape.Sequences] += hits[row];
        }
    }
}
