namespace GpuJazz.Kernels.Reference;

/// <summary>RMSprop, in a plain loop; see <see cref="Kernels.RmsProp"/> for the formula.</summary>
public static class RmsProp
{
    /// <summary>Runs one update.</summary>
    /// <param name="parameters">p [P], read and written.</param>
    /// <param name="gradients">g [P].</param>
    /// <param name="meanSquares">v [P], read and written.</param>
    /// <param name="stepSize">α, from <see cref="Kernels.RmsProp.StepSize"/>.</param>
    public static void Run(Span<double> parameters, ReadOnlySpan<double> gradients, Span<double> meanSquares, double stepSize)
    {
        for (var p = 0; p < parameters.Length; p++)
        {
            meanSquares[p] = 0.9 * meanSquares[p] + 0.1 * gradients[p] * gradients[p];
            parameters[p] -= stepSize * gradients[p] / (Math.Sqrt(meanSquares[p]) + 1e-7);
        }
    }
}
