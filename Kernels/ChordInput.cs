// What the first LSTM layer takes where a model hears chords beside tokens: a row of one kernel and a row of another.
//
//   p[r,:] = kernel[token[r],:] + chord[chord[r],:]      (−1 is the zero vector)
//
// Neither one-hot input is made. The LSTM then takes row r of p as it takes a token's row of the kernel, which is how layers above the
// first take what is below them: so a model that hears no chords runs the same kernels as ever, and asks nothing.
//
// Launch  a group a row and a block of gate columns; a work-item has one number.
// Cost    T·m·4H additions; 8 bytes read and 4 written a number.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Two row gathers, a token's and a chord's, added.</summary>
public sealed class ChordInput
{
    private readonly Accelerator accelerator;
    private readonly Action<KernelConfig, ChordInputBuffers, LstmShape> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public ChordInput(Accelerator accelerator)
    {
        this.accelerator = accelerator;
        launch = accelerator.LoadStreamKernel<ChordInputBuffers, LstmShape>(Kernel);
    }

    /// <summary>Queues one pass on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="shape">The sizes; every buffer must be at least as long as they say.</param>
    public void Run(ChordInputBuffers buffers, LstmShape shape)
    {
        var groups = ColumnGroups.Of(accelerator, shape.Gates);
        launch((new Index2D(shape.Rows, groups.Blocks), new Index2D(groups.Width, 1)), buffers, shape);
    }

    private static void Kernel(ChordInputBuffers buffers, LstmShape shape)
    {
        var row = Grid.IdxX;
        var column = Grid.IdxY * Group.DimX + Group.IdxX;
        if (column >= shape.Gates) return;
        var (token, chord) = (buffers.Tokens[row], buffers.Chords[row]);
        var ofToken = token >= 0 ? buffers.Kernel[token * shape.Gates + column] : 0f;
        var ofChord = chord >= 0 ? buffers.ChordKernel[chord * shape.Gates + column] : 0f;
        buffers.Products[row * shape.Gates + column] = ofToken + ofChord;
    }
}

/// <summary>What <see cref="ChordInput"/> reads and writes.</summary>
/// <param name="Tokens">[T, m] read: the tokens, −1 for the zero vector.</param>
/// <param name="Chords">[T, m] read: the chords, −1 for the zero vector.</param>
/// <param name="Kernel">lstm.kernel [V, 4H], read.</param>
/// <param name="ChordKernel">lstm.chord [C, 4H], read.</param>
/// <param name="Products">p [T, m, 4H], written.</param>
public readonly record struct ChordInputBuffers(
    ArrayView<int> Tokens,
    ArrayView<int> Chords,
    ArrayView<float> Kernel,
    ArrayView<float> ChordKernel,
    ArrayView<float> Products);
