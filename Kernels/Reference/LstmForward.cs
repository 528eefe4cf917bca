namespace GpuJazz.Kernels.Reference;

/// <summary>The LSTM through all steps, in plain loops; see <see cref="Kernels.LstmForward"/> for the formula.</summary>
public static class LstmForward
{
    /// <summary>Runs one pass.</summary>
    /// <param name="tokens">[T, m]: the tokens, −1 for the zero vector.</param>
    /// <param name="parameters">The network's tensors.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="gates">[T, m, 4H] written: i f g o after their activations.</param>
    /// <param name="cells">[T, m, H] written: c.</param>
    /// <param name="hidden">[T, m, H] written: h.</param>
    public static void Run(
        ReadOnlySpan<int> tokens, Parameters parameters, LstmShape shape, Span<double> gates, Span<double> cells, Span<double> hidden)
    {
        var (m, h) = (shape.Sequences, shape.Hidden);
        for (var t = 0; t < shape.Steps; t++)
            for (var i = 0; i < m; i++)
            {
                var row = t * m + i;
                var z = gates.Slice(row * 4 * h, 4 * h);
                GateSums(tokens[row], parameters, t == 0 ? default : hidden.Slice((row - m) * h, h), z);
                for (var j = 0; j < h; j++)
                {
                    z[j] = LstmCell.Logistic(z[j]);
                    z[h + j] = LstmCell.Logistic(z[h + j]);
                    z[2 * h + j] = Math.Tanh(z[2 * h + j]);
                    z[3 * h + j] = LstmCell.Logistic(z[3 * h + j]);
                    var previous = t == 0 ? 0 : cells[(row - m) * h + j];
                    cells[row * h + j] = z[h + j] * previous + z[j] * z[2 * h + j];
                    hidden[row * h + j] = z[3 * h + j] * Math.Tanh(cells[row * h + j]);
                }
            }
    }

    /// <summary>z = bias + kernel[token] + h·recurrent.</summary>
    /// <param name="token">The token, −1 for the zero vector.</param>
    /// <param name="parameters">The network's tensors.</param>
    /// <param name="previous">[H]: h of the step before; empty for the zero vector.</param>
    /// <param name="z">[4H] written.</param>
    public static void GateSums(int token, Parameters parameters, ReadOnlySpan<double> previous, Span<double> z)
    {
        parameters.Bias.CopyTo(z);
        if (token >= 0)
        {
            var row = parameters.Kernel.Slice(token * z.Length, z.Length);
            for (var n = 0; n < z.Length; n++) z[n] += row[n];
        }

        for (var k = 0; k < previous.Length; k++)
        {
            var row = parameters.RecurrentKernel.Slice(k * z.Length, z.Length);
            for (var n = 0; n < z.Length; n++) z[n] += previous[k] * row[n];
        }
    }
}
