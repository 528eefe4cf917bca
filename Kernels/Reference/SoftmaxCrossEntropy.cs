namespace GpuJazz.Kernels.Reference;

/// <summary>Dense layer, softmax, loss and its gradient, in plain loops; see <see cref="Kernels.SoftmaxCrossEntropy"/>.</summary>
public static class SoftmaxCrossEntropy
{
    /// <summary>Runs one pass.</summary>
    /// <param name="hidden">[T, m, H]: the LSTM's outputs.</param>
    /// <param name="targets">[T, m]: the token that should come, −1 for none.</param>
    /// <param name="parameters">The network's tensors.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="logitGradients">[T, m, V] written: dy.</param>
    /// <param name="losses">[T, m] written, in nats.</param>
    /// <param name="hits">[T, m] written: 1 or 0.</param>
    public static void Run(
        ReadOnlySpan<double> hidden,
        ReadOnlySpan<int> targets,
        Parameters parameters,
        LstmShape shape,
        Span<double> logitGradients,
        Span<double> losses,
        Span<int> hits)
    {
        for (var row = 0; row < shape.Rows; row++)
        {
            var y = logitGradients.Slice(row * shape.Vocabulary, shape.Vocabulary);
            var target = targets[row];
            losses[row] = 0;
            hits[row] = 0;
            y.Clear();
            if (target < 0) continue;

            Dense.Logits(hidden.Slice(row * shape.Hidden, shape.Hidden), parameters, y);
            var best = Dense.ArgMax(y);
            var highest = y[best];
            var sum = 0.0;
            foreach (var logit in y) sum += Math.Exp(logit - highest);
            losses[row] = Math.Log(sum) - (y[target] - highest);
            hits[row] = best == target ? 1 : 0;
            for (var v = 0; v < y.Length; v++)
                y[v] = (Math.Exp(y[v] - highest) / sum - (v == target ? 1 : 0)) / shape.Sequences;
        }
    }
}
