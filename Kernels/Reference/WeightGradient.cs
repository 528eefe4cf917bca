namespace GpuJazz.Kernels.Reference;

/// <summary>dW = Xᵀ·dY, in plain loops; see <see cref="Kernels.WeightGradient"/>.</summary>
public static class WeightGradient
{
    /// <summary>Runs one product.</summary>
    /// <param name="inputs">X [at least rows, inputs].</param>
    /// <param name="outputGradients">dY [at least rows + shift, outputs].</param>
    /// <param name="weightGradients">dW [inputs, outputs], written.</param>
    /// <param name="shape">The sizes.</param>
    public static void Run(
        ReadOnlySpan<double> inputs, ReadOnlySpan<double> outputGradients, Span<double> weightGradients, WeightGradientShape shape)
    {
        weightGradients.Clear();
        for (var r = 0; r < shape.Rows; r++)
            for (var k = 0; k < shape.Inputs; k++)
                for (var n = 0; n < shape.Outputs; n++)
                    weightGradients[k * shape.Outputs + n] +=
                        inputs[r * shape.Inputs + k] * outputGradients[(r + shape.Shift) * shape.Outputs + n];
    }
}
