// The LSTM through all T steps.
//
//   z[t,i,:] = bias + kernel[token[t,i],:] + h[t−1,i,:] · recurrent      (token −1 and h[−1] are zero vectors)
//   i,f,o = σ(z), g = tanh(z);  c = f·c[t−1] + i·g;  h = o·tanh(c)
//
// The one-hot input is never made: its product is a row of the kernel.
//
// Launch  one work-item a sequence, all steps in one launch: a sequence never waits for another.
// Cost    2·T·m·H·4H floating-point operations; each step reads the recurrent kernel once a sequence (16H² bytes, from cache).
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>The LSTM through all steps of a batch in one launch.</summary>
public sealed class LstmForward
{
    private readonly Action<Index1D, LstmForwardBuffers, LstmShape> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public LstmForward(Accelerator accelerator)
    {
        launch = accelerator.LoadAutoGroupedStreamKernel<Index1D, LstmForwardBuffers, LstmShape>(Kernel);
    }

    /// <summary>Queues one pass on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="shape">The sizes; every buffer must be at least as long as they say.</param>
    public void Run(LstmForwardBuffers buffers, LstmShape shape) => launch(shape.Sequences, buffers, shape);

    private static void Kernel(Index1D sequence, LstmForwardBuffers buffers, LstmShape shape)
    {
        for (var t = 0; t < shape.Steps; t++)
        {
            var row = t * shape.Sequences + sequence.X;
            for (var unit = 0; unit < shape.Hidden; unit++) Step(buffers, shape, t, row, unit);
        }
    }

    private static void Step(LstmForwardBuffers buffers, LstmShape shape, int t, int row, int unit)
    {
        var hidden = shape.Hidden;
        var z = UnitGates.Sums(buffers.Parameters, hidden, buffers.Tokens[row], unit);
        var previous = 0f;
        if (t > 0)
        {
            var rowBefore = row - shape.Sequences;
            z = z.Plus(UnitGates.Recurrent(buffers.Parameters.RecurrentKernel, buffers.Hidden, rowBefore * hidden, hidden, unit));
            previous = buffers.Cells[rowBefore * hidden + unit];
        }

        var gates = z.Activated();
        var state = LstmCell.State(gates.Input, gates.Forget, gates.Candidate, previous);
        gates.Store(buffers.Gates, row * shape.Gates, hidden, unit);
        buffers.Cells[row * hidden + unit] = state;
        buffers.Hidden[row * hidden + unit] = LstmCell.Output(gates.Output, state);
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
