namespace GpuJazz.Kernels.Reference;

/// <summary>Dropout, in plain loops; see <see cref="Kernels.Dropout"/>.</summary>
public static class Dropout
{
    /// <summary>Runs one pass.</summary>
    /// <param name="inputs">[T, m, H].</param>
    /// <param name="outputs">[T, m, H] written; may be the inputs.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="rule">What is dropped.</param>
    public static void Run(ReadOnlySpan<double> inputs, Span<double> outputs, LstmShape shape, DropoutRule rule)
    {
        for (var row = 0; row < shape.Rows; row++)
            for (var unit = 0; unit < shape.Hidden; unit++)
            {
                var here = row * shape.Hidden + unit;
                var isKept = rule.Uniform(row / shape.Sequences, row % shape.Sequences, unit) >= rule.Rate;
                outputs[here] = isKept ? inputs[here] / (1 - (double)rule.Rate) : 0;
            }
    }
}
