// Back-propagation through time: the gradient of the loss by the gate sums z.
//
//   dh[t] = dh from the layer above + dz[t+1] · recurrentᵀ        (nothing comes from beyond the last step)
//   dc[t] = dh·o·(1 − tanh²c) + dc[t+1]·f[t+1]
//   dzᵢ = dc·g·i(1−i)   dz_f = dc·c[t−1]·f(1−f)   dz_g = dc·i·(1−g²)   dzₒ = dh·tanh(c)·o(1−o)
//
// Launch  one work-item a sequence, all steps in one launch, last step first.
// Cost    2·T·m·H·4H floating-point operations; the recurrent kernel is read by rows, a sequence and a step at a time.
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Back-propagation through all steps of a batch in one launch.</summary>
public sealed class LstmBackward
{
    private readonly Action<Index1D, LstmBackwardBuffers, LstmShape> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public LstmBackward(Accelerator accelerator)
    {
        launch = accelerator.LoadAutoGroupedStreamKernel<Index1D, LstmBackwardBuffers, LstmShape>(Kernel);
    }

    /// <summary>Queues one pass on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="shape">The sizes; every buffer must be at least as long as they say.</param>
    public void Run(LstmBackwardBuffers buffers, LstmShape shape) => launch(shape.Sequences, buffers, shape);

    private static void Kernel(Index1D sequence, LstmBackwardBuffers buffers, LstmShape shape)
    {
        for (var t = shape.Steps - 1; t >= 0; t--)
        {
            var row = t * shape.Sequences + sequence.X;
            for (var unit = 0; unit < shape.Hidden; unit++) Step(buffers, shape, t, row, unit);
        }
    }

    private static void Step(LstmBackwardBuffers buffers, LstmShape shape, int t, int row, int unit)
    {
        var hidden = shape.Hidden;
        var here = row * hidden + unit;
        var outputGradient = buffers.HiddenGradients[here];
        var stateGradient = 0f;
        if (t + 1 < shape.Steps)
        {
            var rowAfter = row + shape.Sequences;
            outputGradient += RowProduct(
                buffers.RecurrentKernel, unit * shape.Gates, buffers.GateGradients, rowAfter * shape.Gates, shape.Gates);
            stateGradient = buffers.CellGradients[rowAfter * hidden + unit];
        }

        var gates = UnitGates.Load(buffers.Gates, row * shape.Gates, hidden, unit);
        var output = XMath.Tanh(buffers.Cells[here]);
        var previous = t > 0 ? buffers.Cells[here - shape.Sequences * hidden] : 0f;
        stateGradient += outputGradient * gates.Output * LstmCell.TanhSlope(output);

        var gateGradients = new UnitGates(
            stateGradient * gates.Candidate * LstmCell.LogisticSlope(gates.Input),
            stateGradient * previous * LstmCell.LogisticSlope(gates.Forget),
            stateGradient * gates.Input * LstmCell.TanhSlope(gates.Candidate),
            outputGradient * output * LstmCell.LogisticSlope(gates.Output));
        gateGradients.Store(buffers.GateGradients, row * shape.Gates, hidden, unit);
        buffers.CellGradients[here] = stateGradient * gates.Forget;
    }

    /// <summary>Σ a[startA + j]·b[startB + j], in four interleaved sums that are added at the end.</summary>
    private static float RowProduct(ArrayView<float> a, int startA, ArrayView<float> b, int startB, int count)
    {
        // The count is a multiple of four: gate columns.
        float sum0 = 0f, sum1 = 0f, sum2 = 0f, sum3 = 0f;
        for (var j = 0; j < count; j += 4)
        {
            sum0 += a[startA + j] * b[startB + j];
            sum1 += a[startA + j + 1] * b[startB + j + 1];
            sum2 += a[startA + j + 2] * b[startB + j + 2];
            sum3 += a[startA + j + 3] * b[startB + j + 3];
        }

        return sum0 + sum1 + (sum2 + sum3);
    }
}

/// <summary>What <see cref="LstmBackward"/> reads and writes.</summary>
/// <param name="RecurrentKernel">lstm.recurrent_kernel [H, 4H], read.</param>
/// <param name="Gates">[T, m, 4H] read: i f g o of the forward pass.</param>
/// <param name="Cells">[T, m, H] read: c of the forward pass.</param>
/// <param name="HiddenGradients">[T, m, H] read: the gradient by h that comes from the layer above.</param>
/// <param name="GateGradients">[T, m, 4H] written: dz, the gradient by the gate sums.</param>
/// <param name="CellGradients">[T, m, H] written: dc·f, what a step hands to the one before it.</param>
public readonly record struct LstmBackwardBuffers(
    ArrayView<float> RecurrentKernel,
    ArrayView<float> Gates,
    ArrayView<float> Cells,
    ArrayView<float> HiddenGradients,
    ArrayView<float> GateGradients,
    ArrayView<float> CellGradients);
