namespace GpuJazz.Kernels.Reference;

/// <summary>Column sums, in plain loops; see <see cref="Kernels.BiasGradient"/>.</summary>
public static class BiasGradient
{
    /// <summary>Runs one sum.</summary>
    /// <param name="outputGradients">dY [rows, outputs].</param>
    /// <param name="biasGradients">db [outputs], written.</param>
    /// <param name="rows">R.</param>
    /// <param name="outputs">N.</param>
    public static void Run(ReadOnlySpan<double> outputGradients, Span<double> biasGradients, int rows, int outputs)
    {
        biasGradients.Clear();
        for (var r = 0; r < rows; r++)
            for (var n = 0; n < outputs; n++)
                biasGradients[n] += outputGradients[r * outputs + n];
    }
}
