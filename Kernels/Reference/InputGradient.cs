namespace GpuJazz.Kernels.Reference;

/// <summary>dX = dY·Wᵀ, in plain loops; see <see cref="Kernels.InputGradient"/>.</summary>
public static class InputGradient
{
    /// <summary>Runs one product.</summary>
    /// <param name="outputGradients">dY [rows, outputs].</param>
    /// <param name="weights">W [inputs, outputs].</param>
    /// <param name="inputGradients">dX [rows, inputs], written.</param>
    /// <param name="rows">R.</param>
    /// <param name="inputs">K.</param>
    /// <param name="outputs">N.</param>
    public static void Run(
        ReadOnlySpan<double> outputGradients,
        ReadOnlySpan<double> weights,
        Span<double> inputGradients,
        int rows,
        int inputs,
        int outputs)
    {
        for (var r = 0; r < rows; r++)
            for (var k = 0; k < inputs; k++)
            {
                var sum = 0.0;
                for (var n = 0; n < outputs; n++) sum += outputGradients[r * outputs + n] * weights[k * outputs + n];
                inputGradients[r * inputs + k] = sum;
            }
    }
}
