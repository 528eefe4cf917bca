// Back-propagation through time: the gradient of the loss by the gate sums z.
//
//   dh[t] = dh from the layer above + dz[t+1] · recurrentᵀ        (nothing comes from beyond the last step)
//   dc[t] = dh·o·(1 − tanh²c) + dc[t+1]·f[t+1]
//   dzᵢ = dc·g·i(1−i)   dz_f = dc·c[t−1]·f(1−f)   dz_g = dc·i·(1−g²)   dzₒ = dh·tanh(c)·o(1−o)
//
// Launch  a group one or more tiles of four sequences, all steps in one launch, last step first; a group is (H, 4), or narrower as in
//         LstmForward. In a step work-item (x, y) first sums what reaches unit x through gate y for the four sequences of a tile and
//         leaves it where dz will stand; then, when the group has met, it adds unit x's four parts for sequence y and goes through the cell.
// Cost    2·T·m·H·4H floating-point operations; each step reads the transposed recurrent kernel once for four sequences (16H² bytes).
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Back-propagation through all steps of a batch in one launch.</summary>
public sealed class LstmBackward
{
    private readonly Accelerator accelerator;
    private readonly Precision precision;
    private readonly SteppedLstmBackward stepped;
    private readonly ResidentLstmBackward resident;
    private readonly Action<KernelConfig, LstmBackwardBuffers, LstmShape, int, SpecializedValue<int>> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    /// <param name="precision">Of the factors.</param>
    public LstmBackward(Accelerator accelerator, Precision precision = Precision.Fp32)
    {
        this.accelerator = accelerator;
        this.precision = precision;
        stepped = new SteppedLstmBackward(accelerator, precision);
        resident = new ResidentLstmBackward(accelerator);
        launch = accelerator.LoadStreamKernel<LstmBackwardBuffers, LstmShape, int, SpecializedValue<int>>(Kernel);
    }

    /// <summary>Whether the recurrent kernel is read transposed.</summary>
    /// <param name="hidden">H.</param>
    /// <returns>Whether it is.</returns>
    public bool NeedsTransposed(int hidden) => !IsResident(hidden);

    /// <summary>Queues one pass on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="shape">The sizes; every buffer must be at least as long as they say.</param>
    public void Run(LstmBackwardBuffers buffers, LstmShape shape)
    {
        if (TiledProducts.Suit(shape.Hidden, shape.Gates, precision))
        {
            stepped.Run(buffers, shape);
            return;
        }

        if (IsResident(shape.Hidden))
        {
            resident.Run(buffers, shape);
            return;
        }

        var groups = TileGroups.Of(accelerator, shape.Sequences);
        launch(shape.Launch(accelerator, groups), buffers, shape, groups.Tiles, SpecializedValue.New(shape.Hidden));
    }

    private bool IsResident(int hidden) => !TiledProducts.Suit(hidden, 4 * hidden, precision) && GateLane.Suits(accelerator, hidden);

    private static void Kernel(LstmBackwardBuffers buffers, LstmShape sizes, int tiles, SpecializedValue<int> hidden)
    {
        var shape = new LstmShape(sizes.Sequences, sizes.Steps, hidden, sizes.Vocabulary);
        var (start, end) = (Grid.IdxX * tiles, TileGroups.End(Grid.IdxX, shape.Sequences, tiles));
        for (var t = shape.Steps - 1; t >= 0; t--)
        {
            for (var first = 0; first < shape.Hidden; first += Group.DimX)
            {
                if (!ColumnGroups.Has(first + Group.IdxX, shape.Hidden)) continue;
                for (var tile = start; tile < end; tile++) Sum(buffers, shape, t, tile, first + Group.IdxX);
            }

            Group.Barrier();
            for (var first = 0; first < shape.Hidden; first += Group.DimX)
            {
                if (!ColumnGroups.Has(first + Group.IdxX, shape.Hidden)) continue;
                for (var tile = start; tile < end; tile++) ThroughCell(buffers, shape, t, tile, first + Group.IdxX);
            }

            Group.Barrier();
        }
    }

    /// <summary>What reaches one unit of four sequences from the step after through one gate, left where dz will stand.</summary>
    private static void Sum(LstmBackwardBuffers buffers, LstmShape shape, int t, int tile, int unit)
    {
        var gate = Group.IdxY * shape.Hidden;
        var rows = FourRows.Of(tile, shape.Sequences).Plus(t * shape.Sequences);
        var sums = default(FourSums);
        if (t + 1 < shape.Steps)
        {
            var after = rows.Plus(shape.Sequences).Times(shape.Gates).Plus(gate);
            sums = FourSums.Of(
                buffers.GateGradients, after, 1, buffers.TransposedRecurrent, gate * shape.Hidden + unit, shape.Hidden, shape.Hidden);
        }

        sums.Store(buffers.GateGradients, rows.Times(shape.Gates).Plus(gate + unit));
    }

    private static void ThroughCell(LstmBackwardBuffers buffers, LstmShape shape, int t, int tile, int unit)
    {
        // Beyond the last sequence there is nothing to do.
        var sequence = tile * FourRows.Count + Group.IdxY;
        if (sequence >= shape.Sequences) return;
        var row = t * shape.Sequences + sequence;
        var here = row * shape.Hidden + unit;
        var parts = UnitGates.Load(buffers.GateGradients, row * shape.Gates, shape.Hidden, unit);
        var outputGradient = buffers.HiddenGradients[here] + (parts.Input + parts.Forget + (parts.Candidate + parts.Output));
        LstmStep.Backward(buffers, shape, t, sequence, unit, outputGradient);
    }
}

/// <summary>What <see cref="LstmBackward"/> reads and writes.</summary>
/// <param name="RecurrentKernel">lstm.recurrent_kernel [H, 4H], read where the transposed one isn't.</param>
/// <param name="TransposedRecurrent">lstm.recurrent_kernelᵀ [4H, H], read where <see cref="LstmBackward.NeedsTransposed"/>.</param>
/// <param name="Gates">[T, m, 4H] read: i f g o of the forward pass.</param>
/// <param name="Cells">[T, m, H] read: c of the forward pass.</param>
/// <param name="HiddenGradients">[T, m, H] read: the gradient by h that comes from the layer above.</param>
/// <param name="GateGradients">[T, m, 4H] written: dz, the gradient by the gate sums.</param>
/// <param name="CellGradients">[T, m, H] written: dc·f, what a step hands to the one before it.</param>
public readonly record struct LstmBackwardBuffers(
    ArrayView<float> RecurrentKernel,
    ArrayView<float> TransposedRecurrent,
    ArrayView<float> Gates,
    ArrayView<float> Cells,
    ArrayView<float> HiddenGradients,
    ArrayView<float> GateGradients,
    ArrayView<float> CellGradients);
