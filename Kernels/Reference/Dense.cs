namespace GpuJazz.Kernels.Reference;

/// <summary>The dense layer, in plain loops; see <see cref="Kernels.Dense"/>.</summary>
public static class Dense
{
    /// <summary>Y = X·W + b for all rows.</summary>
    /// <param name="inputs">X [rows, K].</param>
    /// <param name="parameters">The network's tensors.</param>
    /// <param name="outputs">Y [rows, V], written.</param>
    /// <param name="rows">How many rows.</param>
    public static void Run(ReadOnlySpan<double> inputs, Parameters parameters, Span<double> outputs, int rows)
    {
        var (k, v) = (inputs.Length / rows, outputs.Length / rows);
        for (var row = 0; row < rows; row++) Logits(inputs.Slice(row * k, k), parameters, outputs.Slice(row * v, v));
    }

    /// <summary>y = h·W + b.</summary>
    /// <param name="state">[H]: h.</param>
    /// <param name="parameters">The network's tensors.</param>
    /// <param name="logits">[V] written.</param>
    public static void Logits(ReadOnlySpan<double> state, Parameters parameters, Span<double> logits)
    {
        parameters.DenseBias.CopyTo(logits);
        for (var k = 0; k < state.Length; k++)
        {
            var row = parameters.DenseKernel.Slice(k * logits.Length, logits.Length);
            for (var v = 0; v < logits.Length; v++) logits[v] += state[k] * row[v];
        }
    }

    /// <summary>The index of the largest; the first of equals.</summary>
    /// <param name="values">At least one number.</param>
    /// <returns>An index.</returns>
    public static int ArgMax(ReadOnlySpan<double> values)
    {
        var best = 0;
        for (var v = 1; v < values.Length; v++)
            if (values[v] > values[best]) best = v;
        return best;
    }
}
