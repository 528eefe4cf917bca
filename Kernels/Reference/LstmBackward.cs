namespace GpuJazz.Kernels.Reference;

/// <summary>Back-propagation through time, in plain loops; see <see cref="Kernels.LstmBackward"/> for the formula.</summary>
public static class LstmBackward
{
    /// <summary>Runs one pass.</summary>
    /// <param name="recurrentKernel">lstm.recurrent_kernel [H, 4H].</param>
    /// <param name="gates">[T, m, 4H]: i f g o of the forward pass.</param>
    /// <param name="cells">[T, m, H]: c of the forward pass.</param>
    /// <param name="hiddenGradients">[T, m, H]: the gradient by h from the layer above.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="gateGradients">[T, m, 4H] written: dz.</param>
    public static void Run(
        ReadOnlySpan<double> recurrentKernel,
        ReadOnlySpan<double> gates,
        ReadOnlySpan<double> cells,
        ReadOnlySpan<double> hiddenGradients,
        LstmShape shape,
        Span<double> gateGradients)
    {
        var (m, h, g) = (shape.Sequences, shape.Hidden, shape.Gates);
        var fromAfter = new double[m * h];
        for (var t = shape.Steps - 1; t >= 0; t--)
            for (var i = 0; i < m; i++)
                for (var j = 0; j < h; j++)
                {
                    var row = t * m + i;
                    var dh = hiddenGradients[row * h + j];
                    if (t + 1 < shape.Steps) dh += Product(gateGradients.Slice((row + m) * g, g), recurrentKernel.Slice(j * g, g));

                    var input = gates[row * g + j];
                    var forget = gates[row * g + h + j];
                    var candidate = gates[row * g + 2 * h + j];
                    var output = gates[row * g + 3 * h + j];
                    var tanh = Math.Tanh(cells[row * h + j]);
                    var previous = t == 0 ? 0 : cells[(row - m) * h + j];
                    var dc = fromAfter[i * h + j] + dh * output * LstmCell.TanhSlope(tanh);

                    gateGradients[row * g + j] = dc * candidate * LstmCell.LogisticSlope(input);
                    gateGradients[row * g + h + j] = dc * previous * LstmCell.LogisticSlope(forget);
                    gateGradients[row * g + 2 * h + j] = dc * input * LstmCell.TanhSlope(candidate);
                    gateGradients[row * g + 3 * h + j] = dh * tanh * LstmCell.LogisticSlope(output);
                    fromAfter[i * h + j] = dc * forget;
                }
    }

    private static double Product(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var n = 0; n < a.Length; n++) sum += a[n] * b[n];
        return sum;
    }
}
