namespace GpuJazz.Kernels.Reference;

/// <summary>Softmax, loss and its gradient, in plain loops; see <see cref="Kernels.SoftmaxCrossEntropy"/>.</summary>
public static class SoftmaxCrossEntropy
{
    /// <summary>Runs one pass.</summary>
    /// <param name="logits">[T, m, V]: y, then dy in its place.</param>
    /// <param name="targets">[T, m]: the token that should come, −1 for none.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="losses">[T, m] written, in nats.</param>
    /// <param name="hits">[T, m] written: 1 or 0.</param>
    public static void Run(
        Span<double> logits, ReadOnlySpan<int> targets, LstmShape shape, Span<double> losses, Span<int> hits)
    {
        for (var row = 0; row < shape.Rows; row++)
        {
            var y = logits.Slice(row * shape.Vocabulary, shape.Vocabulary);
            var target = targets[row];
            losses[row] = 0;
            hits[row] = 0;
            if (target < 0)
            {
                y.Clear();
                continue;
            }

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
