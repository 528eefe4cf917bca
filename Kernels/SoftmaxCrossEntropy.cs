// The loss and its gradient, from the logits y of a row of T·m at a time.
//
//   p = softmax(y),   loss = −ln p[target],   dy = (p − onehot(target)) / m
//
// A row whose target is −1 has no loss, no gradient and no accuracy. Neither y nor p is kept: dy takes their place.
//
// Launch  one work-item a row.
// Cost    12 bytes read and 8 written a logit, and an exponential.
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Softmax, cross-entropy and its gradient in one launch.</summary>
public sealed class SoftmaxCrossEntropy
{
    private readonly Action<Index1D, SoftmaxCrossEntropyBuffers, LstmShape> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public SoftmaxCrossEntropy(Accelerator accelerator)
    {
        launch = accelerator.LoadAutoGroupedStreamKernel<Index1D, SoftmaxCrossEntropyBuffers, LstmShape>(Kernel);
    }

    /// <summary>Queues one pass on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="shape">The sizes; every buffer must be at least as long as they say.</param>
    public void Run(SoftmaxCrossEntropyBuffers buffers, LstmShape shape) => launch(shape.Rows, buffers, shape);

    private static void Kernel(Index1D index, SoftmaxCrossEntropyBuffers buffers, LstmShape shape)
    {
        var row = index.X;
        var target = buffers.Targets[row];
        var start = row * shape.Vocabulary;
        if (target < 0)
        {
            for (var v = 0; v < shape.Vocabulary; v++) buffers.Logits[start + v] = 0f;
            buffers.Losses[row] = 0f;
            buffers.Hits[row] = 0;
            return;
        }

        var best = 0;
        var highest = float.NegativeInfinity;
        for (var v = 0; v < shape.Vocabulary; v++)
        {
            var logit = buffers.Logits[start + v];
            if (logit > highest)
            {
                highest = logit;
                best = v;
            }
        }

        // Shifted by the highest logit, so that no exponential overflows.
        var targetLogit = buffers.Logits[start + target] - highest;
        var sum = 0f;
        for (var v = 0; v < shape.Vocabulary; v++)
        {
            var power = XMath.Exp(buffers.Logits[start + v] - highest);
            buffers.Logits[start + v] = power;
            sum += power;
        }

        var scale = 1f / (sum * shape.Sequences);
        for (var v = 0; v < shape.Vocabulary; v++) buffers.Logits[start + v] *= scale;
        buffers.Logits[start + target] -= 1f / shape.Sequences;
        buffers.Losses[row] = XMath.Log(sum) - targetLogit;
        buffers.Hits[row] = best == target ? 1 : 0;
    }
}

/// <summary>What <see cref="SoftmaxCrossEntropy"/> reads and writes.</summary>
/// <param name="Logits">[T, m, V] read: y; then written: dy, the gradient of the mean loss by the logits.</param>
/// <param name="Targets">[T, m] read: the token that should come, −1 for none.</param>
/// <param name="Losses">[T, m] written: −ln p[target] in nats, 0 where there is no target.</param>
/// <param name="Hits">[T, m] written: 1 where the likeliest token is the target (the first of equals), else 0.</param>
public readonly record struct SoftmaxCrossEntropyBuffers(
    ArrayView<float> Logits, ArrayView<int> Targets, ArrayView<float> Losses, ArrayView<int> Hits);
