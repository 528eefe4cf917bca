// The LSTM through all T steps.
//
//   z[t,i,:] = bias + kernel[token[t,i],:] + h[t−1,i,:] · recurrent      (token −1 and h[−1] are zero vectors)
//   i,f,o = σ(z), g = tanh(z);  c = f·c[t−1] + i·g;  h = o·tanh(c)
//
// The one-hot input is never made: its product is a row of the kernel.
//
// Launch  a group one or more tiles of four sequences, all steps in one launch: a sequence never waits for one of another group. A group
//         is (H, 4), or narrower and then goes over the units in turns. In a step work-item (x, y) first sums unit x's gate y for the
//         four sequences of each tile, then, when the group has met, activates all gates of unit x for sequence y of each.
// Cost    2·T·m·H·4H floating-point operations; each step reads the recurrent kernel once for four sequences (16H² bytes, from cache).
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>The LSTM through all steps of a batch in one launch.</summary>
public sealed class LstmForward
{
    private readonly Accelerator accelerator;
    private readonly Precision precision;
    private readonly SteppedLstmForward stepped;
    private readonly ResidentLstmForward resident;
    private readonly Action<KernelConfig, LstmForwardBuffers, LstmShape, int, SpecializedValue<int>> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    /// <param name="precision">Of the factors.</param>
    public LstmForward(Accelerator accelerator, Precision precision = Precision.Fp32)
    {
        this.accelerator = accelerator;
        this.precision = precision;
        stepped = new SteppedLstmForward(accelerator, precision);
        resident = new ResidentLstmForward(accelerator);
        launch = accelerator.LoadStreamKernel<LstmForwardBuffers, LstmShape, int, SpecializedValue<int>>(Kernel);
    }

    /// <summary>Queues one pass on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="shape">The sizes; every buffer must be at least as long as they say.</param>
    public void Run(LstmForwardBuffers buffers, LstmShape shape)
    {
        if (TiledProducts.Suit(shape.Hidden, shape.Gates, precision))
        {
            stepped.Run(buffers, shape);
            return;
        }

        if (GateLane.Suits(accelerator, shape.Hidden))
        {
            resident.Run(buffers, shape);
            return;
        }

        var groups = TileGroups.Of(accelerator, shape.Sequences);
        launch(shape.Launch(accelerator, groups), buffers, shape, groups.Tiles, SpecializedValue.New(shape.Hidden));
    }

    private static void Kernel(LstmForwardBuffers buffers, LstmShape sizes, int tiles, SpecializedValue<int> hidden)
    {
        var shape = new LstmShape(sizes.Sequences, sizes.Steps, hidden, sizes.Vocabulary);
        var (start, end) = (Grid.IdxX * tiles, TileGroups.End(Grid.IdxX, shape.Sequences, tiles));
        for (var t = 0; t < shape.Steps; t++)
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
                for (var tile = start; tile < end; tile++) Activate(buffers, shape, t, tile, first + Group.IdxX);
            }

            Group.Barrier();
        }
    }

    /// <summary>z of one unit's gate for four sequences, left in the gates' buffer.</summary>
    private static void Sum(LstmForwardBuffers buffers, LstmShape shape, int t, int tile, int unit)
    {
        var parameters = buffers.Parameters;
        var column = Group.IdxY * shape.Hidden + unit;
        var sequences = FourRows.Of(tile, shape.Sequences);
        var rows = sequences.Plus(t * shape.Sequences);
        var sums = default(FourSums);
        if (t > 0)
        {
            var before = sequences.Plus((t - 1) * shape.Sequences).Times(shape.Hidden);
            sums = FourSums.Of(buffers.Hidden, before, 1, parameters.RecurrentKernel, column, shape.Gates, shape.Hidden);
        }

        // Only now, so that the loop of sums has all registers for itself.
        var z = parameters.OfTokens(FourRows.Load(buffers.Tokens, rows), shape.Gates, column).Plus(sums);
        z.Plus(parameters.Bias[column]).Store(buffers.Gates, rows.Times(shape.Gates).Plus(column));
    }

    private static void Activate(LstmForwardBuffers buffers, LstmShape shape, int t, int tile, int unit)
    {
        // Beyond the last sequence there is nothing to do.
        var sequence = tile * FourRows.Count + Group.IdxY;
        if (sequence >= shape.Sequences) return;
        var row = t * shape.Sequences + sequence;
        LstmStep.Forward(buffers, shape, t, sequence, unit, UnitGates.Load(buffers.Gates, row * shape.Gates, shape.Hidden, unit));
    }
}

/// <summary>What <see cref="LstmForward"/> reads and writes.</summary>
/// <param name="Tokens">[T, m] read: the tokens, −1 for the zero vector.</param>
/// <param name="Parameters">Read: the LSTM's three tensors.</param>
/// <param name="Gates">[T, m, 4H] written: the gates i f g o after their activations.</param>
/// <param name="Cells">[T, m, H] written: the cell states c.</param>
/// <param name="Hidden">[T, m, H] written: the outputs h.</param>
public readonly record struct LstmForwardBuffers(
    ArrayView<int> Tokens,
    ParameterViews Parameters,
    ArrayView<float> Gates,
    ArrayView<float> Cells,
    ArrayView<float> Hidden);
