using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Model;

/// <summary>What training keeps on the accelerator, zero at first: the parameters with all that belongs to them, and one batch's values.</summary>
public sealed class TrainingBuffers : IDisposable
{
    /// <summary>Allocates all buffers.</summary>
    /// <param name="accelerator">Where; must outlive this object.</param>
    /// <param name="model">H, V, L and P, the number of parameters.</param>
    /// <param name="sequences">m, the most sequences in a batch; at least 1.</param>
    /// <param name="steps">T; at least 1.</param>
    /// <param name="settings">Its optimiser and dropout say what is needed.</param>
    /// <param name="stepsOfLogits">How many steps have their logits in memory at once; 1 to T.</param>
    /// <param name="isPart">Whether batches are taken in parts.</param>
    /// <exception cref="ModelException">A buffer would have more elements than the kernels can count: 2³¹ − 1.</exception>
    public TrainingBuffers(Accelerator accelerator, ModelShape model, int sequences, int steps, TrainingSettings settings, int stepsOfLogits, bool isPart)
    {
        MemoryBuffer1D<T, Stride1D.Dense> Zeros<T>(long rows, int columns = 1)
            where T : unmanaged
        {
            var buffer = accelerator.Allocate1D<T>(rows * columns);
            if (buffer.Length > 0) buffer.MemSetToZero();
            return buffer;
        }

        var rows = Rows(model, sequences, steps, stepsOfLogits);
        var layerRows = (long)model.Layers * rows;
        Parameters = Zeros<float>(model.ParameterCount);
        Gradients = Zeros<float>(model.ParameterCount);
        GradientSums = Zeros<float>(isPart ? model.ParameterCount : 0);
        FirstMoments = Zeros<float>(settings.Optimizer == OptimizerKind.Adam ? model.ParameterCount : 0);
        SecondMoments = Zeros<float>(model.ParameterCount);
        Gates = Zeros<float>(layerRows, model.GateColumns);
        GateGradients = Zeros<float>(rows, model.GateColumns);
        Cells = Zeros<float>(layerRows, model.Hidden);
        CellGradients = Zeros<float>(rows, model.Hidden);
        Hidden = Zeros<float>(layerRows, model.Hidden);
        HiddenGradients = Zeros<float>(rows, model.Hidden);
        LogitGradients = Zeros<float>((long)stepsOfLogits * sequences, model.Vocabulary);
        TransposedRecurrent = Zeros<float>(model.GateColumns, model.Hidden);
        TransposedDense = Zeros<float>(model.Vocabulary, model.Hidden);
        Dropped = Zeros<float>(settings.Dropout > 0 ? layerRows : 0, model.Hidden);
        SquareSums = Zeros<float>(Kernels.SquareSums.Count);
        NoBias = Zeros<float>(model.GateColumns);
        RowNumbers = accelerator.Allocate1D(Enumerable.Range(0, rows).ToArray());
        Losses = Zeros<float>(rows);
        Hits = Zeros<int>(rows);
        LossSums = Zeros<float>(steps);
        HitSums = Zeros<int>(steps);
    }

    /// <summary>p, [P].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> Parameters { get; }

    /// <summary>The gradient of the last batch, [P].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> Gradients { get; }

    /// <summary>What the gradients of a batch's parts add up to, [P]; empty where batches are taken whole.</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> GradientSums { get; }

    /// <summary>Adam's first moments, [P]; empty for RMSprop.</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> FirstMoments { get; }

    /// <summary>Adam's second moments or RMSprop's mean squares, [P].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> SecondMoments { get; }

    /// <summary>i f g o, [L, T, m, 4H].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> Gates { get; }

    /// <summary>dz of the layer at hand, [T, m, 4H]; on the way forward what a layer takes from its input, where that is not a token alone.</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> GateGradients { get; }

    /// <summary>c, [L, T, m, H].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> Cells { get; }

    /// <summary>What a step of the layer at hand hands back to the one before it, [T, m, H].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> CellGradients { get; }

    /// <summary>h, [L, T, m, H].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> Hidden { get; }

    /// <summary>The gradient by h that comes to the layer at hand from what is above it, [T, m, H].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> HiddenGradients { get; }

    /// <summary>y, then dy in its place, [S, m, V] of the S steps that are in memory at once.</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> LogitGradients { get; }

    /// <summary>lstm.recurrent_kernelᵀ of the layer at hand, then its kernelᵀ where it has a layer below, [4H, H].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> TransposedRecurrent { get; }

    /// <summary>dense.kernelᵀ, [V, H], as of the last gradient.</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> TransposedDense { get; }

    /// <summary>h after dropout, [L, T, m, H]; empty without dropout.</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> Dropped { get; }

    /// <summary>The square of the gradient's norm in parts, [<see cref="Kernels.SquareSums.Count"/>], where it is clipped.</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> SquareSums { get; }

    /// <summary>Zeros, [4H]: the bias of a product that has none.</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> NoBias { get; }

    /// <summary>0, 1, 2 and so on, [T, m]: what layers have for tokens whose input is not a token alone.</summary>
    public MemoryBuffer1D<int, Stride1D.Dense> RowNumbers { get; }

    /// <summary>The loss of each row, [T, m], in nats.</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> Losses { get; }

    /// <summary>1 where the likeliest token was right, [T, m].</summary>
    public MemoryBuffer1D<int, Stride1D.Dense> Hits { get; }

    /// <summary>Losses added up over sequences and batches, [T], in nats.</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> LossSums { get; }

    /// <summary>Right guesses added up over sequences and batches, [T].</summary>
    public MemoryBuffer1D<int, Stride1D.Dense> HitSums { get; }

    /// <summary>Frees them all.</summary>
    public void Dispose()
    {
        Parameters.Dispose();
        Gradients.Dispose();
        GradientSums.Dispose();
        FirstMoments.Dispose();
        SecondMoments.Dispose();
        Gates.Dispose();
        GateGradients.Dispose();
        Cells.Dispose();
        CellGradients.Dispose();
        Hidden.Dispose();
        HiddenGradients.Dispose();
        LogitGradients.Dispose();
        TransposedRecurrent.Dispose();
        TransposedDense.Dispose();
        Dropped.Dispose();
        SquareSums.Dispose();
        NoBias.Dispose();
        RowNumbers.Dispose();
        Losses.Dispose();
        Hits.Dispose();
        LossSums.Dispose();
        HitSums.Dispose();
    }

    /// <summary>T·m, if the longest of the buffers, [T, m, 4H] or [S, m, V], has an index of 32 bits for each element.</summary>
    private static int Rows(ModelShape model, int sequences, int steps, int stepsOfLogits)
    {
        var longest = Int128.Max((Int128)steps * sequences * model.GateColumns, (Int128)stepsOfLogits * sequences * model.Vocabulary);
        return longest <= int.MaxValue
            ? steps * sequences
            : throw new ModelException(
                $"--batch {sequences} of --steps {steps} makes buffers of {longest} numbers, and at most {int.MaxValue} are possible: "
                + "lower --batch, --steps or --hidden");
    }
}
