// The dense layer, the loss, and its gradients by the logits and by the layer's input in one launch, for layers whose weights fit into shared memory.
//
//   y = x·W + b,   p = softmax(y),   loss = −ln p[target],   dy = (p − onehot(target)) / m,   dx = dy·Wᵀ
//
// Launch  a group 16 rows, in 16 × 16 work-items. It copies W and its rows of x into shared memory; a work-item sums eight rows of one column of y,
//         then RowLoss makes y to dy, and a work-item sums four rows of one column of dx.
// Cost    4·R·H·V floating-point operations and R·V exponentials; W is read once for 16 rows.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Dense layer, softmax, cross-entropy and their gradients by rows in one launch, for small layers on GPUs.</summary>
public sealed class DenseLoss
{
    private const int Rows = 16;
    private const int Items = Rows * RowLoss.Width;

    // Two groups of a multiprocessor hide each other's barriers.
    private const int MostBytes = 100 * 1024;

    private readonly Accelerator accelerator;
    private readonly Precision precision;
    private readonly Action<KernelConfig, DenseLossBuffers, LstmShape, SpecializedValue<DenseLossTile>> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    /// <param name="precision">Of the factors.</param>
    public DenseLoss(Accelerator accelerator, Precision precision = Precision.Fp32)
    {
        this.accelerator = accelerator;
        this.precision = precision;
        launch = accelerator.LoadStreamKernel<DenseLossBuffers, LstmShape, SpecializedValue<DenseLossTile>>(Kernel);
    }

    /// <summary>Whether it is the way for a layer: not on a processor, and where weights fit into shared memory.</summary>
    /// <param name="hidden">H.</param>
    /// <param name="vocabulary">V.</param>
    /// <returns>Whether it is.</returns>
    public bool Suits(int hidden, int vocabulary) =>
        accelerator.AcceleratorType != AcceleratorType.CPU
        && precision == Precision.Fp32
        && GroupSize.Most(accelerator) >= Items
        && new DenseLossTile(hidden, vocabulary).Bytes <= Math.Min(MostBytes, accelerator.MaxSharedMemoryPerGroup - 4 * Items * sizeof(float));

    /// <summary>Queues one pass on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="shape">The sizes, which it suits; every buffer must be at least as long as they say.</param>
    public void Run(DenseLossBuffers buffers, LstmShape shape)
    {
        var tile = new DenseLossTile(shape.Hidden, shape.Vocabulary);
        launch(
            new KernelConfig(
                new Index2D((shape.Rows - 1) / Rows + 1, 1),
                new Index2D(RowLoss.Width, Rows),
                SharedMemoryConfig.RequestDynamic<float>(tile.Length)),
            buffers,
            shape,
            SpecializedValue.New(tile));
    }

    private static void Kernel(DenseLossBuffers buffers, LstmShape shape, SpecializedValue<DenseLossTile> specializedTile)
    {
        var tile = specializedTile.Value;
        var memory = SharedMemory.GetDynamic<float>();
        var weights = memory.SubView(0, tile.WeightsLength);
        var inputs = memory.SubView(tile.WeightsLength, Rows * tile.HiddenStride);
        var logits = memory.SubView(tile.WeightsLength + Rows * tile.HiddenStride, Rows * tile.VocabularyStride);
        var rowLoss = new RowLoss(
            SharedMemory.Allocate<float>(Items), SharedMemory.Allocate<int>(Items), SharedMemory.Allocate<float>(Items));

        var first = Grid.IdxX * Rows;
        tile.CopyWeights(buffers.Weights, weights);
        tile.CopyInputs(buffers.Inputs, first, shape.Rows, inputs);
        Group.Barrier();
        tile.SumLogits(inputs, weights, buffers.Bias, logits);
        Group.Barrier();

        // Beyond the last row there are no tokens; its work-items come along to the barriers.
        var row = first + Group.IdxY;
        var count = row < shape.Rows ? tile.Vocabulary : 0;
        var target = count > 0 ? buffers.Targets[row] : -1;
        var hit = rowLoss.Run(logits, Group.IdxY * tile.VocabularyStride, count, target, shape.Sequences, out var loss);
        if (count > 0 && Group.IdxX == 0)
        {
            buffers.Losses[row] = loss;
            buffers.Hits[row] = hit;
        }

        Group.Barrier();
        tile.StoreSlopes(logits, buffers.LogitGradients, first, shape.Rows);
        tile.SumInputGradients(logits, weights, buffers.InputGradients, first, shape.Rows);
    }
}

/// <summary>What <see cref="DenseLoss"/> reads and writes.</summary>
/// <param name="Inputs">x [T·m, H], read.</param>
/// <param name="Weights">W [H, V], read.</param>
/// <param name="Bias">b [V], read.</param>
/// <param name="Targets">[T, m] read: the token that should come, −1 for none.</param>
/// <param name="LogitGradients">dy [T·m, V], written.</param>
/// <param name="InputGradients">dx [T·m, H], written.</param>
/// <param name="Losses">[T, m] written: −ln p[target] in nats, 0 where there is no target.</param>
/// <param name="Hits">[T, m] written: 1 where the likeliest token is the target (the first of equals), else 0.</param>
public readonly record struct DenseLossBuffers(
    ArrayView<float> Inputs,
    ArrayView<float> Weights,
    ArrayView<float> Bias,
    ArrayView<int> Targets,
    ArrayView<float> LogitGradients,
    ArrayView<float> InputGradients,
    ArrayView<float> Losses,
    ArrayView<int> Hits);
