// The loss and its gradient, from the logits y of a row of T·m at a time.
//
//   p = softmax(y),   loss = −ln p[target],   dy = (p − onehot(target)) / m
//
// A row whose target is −1 has no loss, no gradient and no accuracy. Neither y nor p is kept: dy takes their place.
//
// Launch  a group four rows, a row 16 work-items: each goes over the tokens in strides, and what they find is put together
//         by all of them in the same order.
// Cost    12 bytes read and 8 written a logit, and an exponential.
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Softmax, cross-entropy and its gradient in one launch.</summary>
public sealed class SoftmaxCrossEntropy
{
    private const int Rows = 4;
    private const int Width = 16;

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
        launch((new Index2D((shape.Rows - 1) / Rows + 1, 1), new Index2D(Width, Rows)), buffers, shape);

    private static void Kernel(SoftmaxCrossEntropyBuffers buffers, LstmShape shape)
    {
        var highests = SharedMemory.Allocate<float>(Rows * Width);
        var bests = SharedMemory.Allocate<int>(Rows * Width);
        var sums = SharedMemory.Allocate<float>(Rows * Width);
        var part = Group.IdxY * Width;

        // Beyond the last row there are no tokens; its work-items come along to the barriers.
        var row = Grid.IdxX * Rows + Group.IdxY;
        var count = row < shape.Rows ? shape.Vocabulary : 0;
        var start = row * shape.Vocabulary;
        var target = count > 0 ? buffers.Targets[row] : -1;
        var targetLogit = target >= 0 ? buffers.Logits[start + target] : 0f;

        var leader = Best(buffers.Logits, start, count);
        highests[part + Group.IdxX] = leader.Logit;
        bests[part + Group.IdxX] = leader.Token;
        Group.Barrier();
        leader = Leader.None;
        for (var i = 0; i < Width; i++) leader = leader.Or(highests[part + i], bests[part + i]);

        sums[part + Group.IdxX] = Powers(buffers.Logits, start, count, leader.Logit);
        Group.Barrier();
        var sum = 0f;
        for (var i = 0; i < Width; i++) sum += sums[part + i];

        Slopes(buffers.Logits, start, count, target, 1f / (sum * shape.Sequences), 1f / shape.Sequences);
        if (count > 0 && Group.IdxX == 0)
        {
            buffers.Losses[row] = target < 0 ? 0f : XMath.Log(sum) - (targetLogit - leader.Logit);
            buffers.Hits[row] = leader.Token == target ? 1 : 0;
        }
    }

    /// <summary>The likeliest of this work-item's tokens.</summary>
    private static Leader Best(ArrayView<float> logits, int start, int count)
    {
        var leader = Leader.None;
        for (var first = 0; first < count; first += Width)
        {
            var token = first + Group.IdxX;
            if (token < count) leader = leader.Or(logits[start + token], token);
        }

        return leader;
    }

    /// <summary>e^(y − highest), which can't overflow, in the place of y, and the sum of this work-item's.</summary>
    private static float Powers(ArrayView<float> logits, int start, int count, float highest)
    {
        var sum = 0f;
        for (var first = 0; first < count; first += Width)
        {
            var token = first + Group.IdxX;
            if (token < count)
            {
                var power = XMath.Exp(logits[start + token] - highest);
                logits[start + token] = power;
                sum += power;
            }
        }

        return sum;
    }

    /// <summary>dy in the place of the powers.</summary>
    private static void Slopes(ArrayView<float> powers, int start, int count, int target, float scale, float share)
    {
        for (var first = 0; first < count; first += Width)
        {
            var token = first + Group.IdxX;
            if (token < count)
                powers[start + token] = target < 0 ? 0f : powers[start + token] * scale - (token == target ? share : 0f);
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
