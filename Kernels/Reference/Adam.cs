namespace GpuJazz.Kernels.Reference;

/// <summary>Adam, in a plain loop; see <see cref="Kernels.Adam"/> for the formula.</summary>
public static class Adam
{
    /// <summary>Runs one update.</summary>
    /// <param name="parameters">p [P], read and written.</param>
    /// <param name="gradients">g [P].</param>
    /// <param name="firstMoments">m [P], read and written.</param>
    /// <param name="secondMoments">v [P], read and written.</param>
    /// <param name="stepSize">α, from <see cref="Kernels.Adam.StepSize"/>.</param>
    public static void Run(
        Span<double> parameters, ReadOnlySpan<double> gradients, Span<double> firstMoments, Span<double> secondMoments, double stepSize)
    {
        for (var p = 0; p < parameters.Length; p++)
        {
            firstMoments[p] = 0.9 * firstMoments[p] + 0.1 * gradients[p];
            secondMoments[p] = 0.999 * secondMoments[p] + 0.001 * gradients[p] * gradients[p];
            parameters[p] -= stepSize * firstMoments[p] / (Math.Sqrt(secondMoments[p]) + 1e-7);
        }
    }
}
