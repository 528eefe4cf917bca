// The loss and its gradient, from the logits y of a row of T·m at a time.
//
//   p = softmax(y),   loss = −ln p[target],   dy = (p − onehot(target)) / m
//
// A row whose target is −1 has no loss, no gradient and no accuracy. Neither y nor p is kept: dy takes their place.
//
// Launch  a group four rows, a row 16 work-items (RowLoss).
// Cost    12 bytes read and 8 written a logit, and an exponential.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Softmax, cross-entropy and its gradient in one launch.</summary>
public sealed class SoftmaxCrossEntropy
{
    private const int Rows = 4;

    private readonly Action<KernelConfig, SoftmaxCrossEntropyBuffers, LstmShape> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public SoftmaxCrossEntropy(Accelerator accelerator)
    {
        launch = accelerator.LoadStreamKernel<SoftmaxCrossEntropyBuffers, LstmShape>(Kernel);
    }

    /// <summary>Queues one pass on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="shape">The sizes; every buffer must be at least as long as they say.</param>
    public void Run(SoftmaxCrossEntropyBuffers buffers, LstmShape shape) =>
        launch((new Index2D((shape.Rows - 1) / Rows + 1, 1), new Index2D(RowLoss.Width, Rows)), buffers, shape);

    private static void Kernel(SoftmaxCrossEntropyBuffers buffers, LstmShape shape)
    {
        var rowLoss = new RowLoss(
            SharedMemory.Allocate<float>(Rows * RowLoss.Width),
            SharedMemory.Allocate<int>(Rows * RowLoss.Width),
            SharedMemory.Allocate<float>(Rows * RowLoss.Width));

        // Beyond the last row there are no tokens; its work-items come along to the barriers.
        var row = Grid.IdxX * Rows + Group.IdxY;
        var count = row < shape.Rows ? shape.Vocabulary : 0;
        var target = count > 0 ? buffers.Targets[row] : -1;
        var hit = rowLoss.Run(buffers.Logits, row * shape.Vocabulary, count, target, shape.Sequences, out var loss);
        if (count > 0 && Group.IdxX == 0)
        {
            buffers.Losses[row] = loss;
            buffers.Hits[row] = hit;
        }
    }
}

/// <summary>What <see cref="SoftmaxCrossEntropy"/> reads and writes.</summary>
/// <param name="Logits">[T, m, V] read: y; then written: dy, the gradient of the mean loss by the logits.</param>
/// <param name="Targets">[T, m] read: the token that should come, −1 for none.</param>
/// <param name="Losses">[T, m] written: −ln p[target] in nats, 0 where there is no target.</param>
/// <param name="Hits">[T, m] written: 1 where the likeliest token is the target (the first of equals), else 0.</param>
public readonly record struct SoftmaxCrossEntropyBuffers(
    ArrayView<float> Logits, ArrayView<int> Targets, ArrayView<float> Losses, ArrayView<int> Hits);
