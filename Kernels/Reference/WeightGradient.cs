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
        {
            var gradients = outputGradients.Slice((r + shape.Shift) * shape.Outputs, shape.Outputs);
            for (var k = 0; k < shape.Inputs; k++)
            {
                var input = inputs[r * shape.Inputs + k];
                var row = weightGradients.Slice(k * shape.Outputs, shape.Outputs);
                for (var n = 0; n < row.Length; n++) row[n] += input * gradients[n];
            }
        }
    }
}
