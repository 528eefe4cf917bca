// The rows that chords add to the gates, where chords are made of parts that they have in common: a chord's row is the sum of its parts'.
//
//   E[c,n]  = Σₚ M[c,p]·R[p,n]
//   dR[p,n] = Σ꜀ M[c,p]·dE[c,n]
//
// M is 1 where chord c has part p, and else 0. These are the products that a dense layer has, and its kernels make them; what takes or
// gathers the rows of chords does not know of parts.
//
// Cost    2·C·P·4H floating-point operations each way: C is some dozens of chords, not the rows of a batch.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Rows of chords from rows of their parts, and the gradient of those.</summary>
public sealed class ChordRows
{
    private readonly Dense dense;
    private readonly WeightGradient weightGradient;

    /// <summary>Loads the kernels.</summary>
    /// <param name="accelerator">The accelerator that they run on.</param>
    public ChordRows(Accelerator accelerator)
    {
        dense = new Dense(accelerator);
        weightGradient = new WeightGradient(accelerator);
    }

    /// <summary>Queues the rows of the chords.</summary>
    /// <param name="members">M [C, P], read.</param>
    /// <param name="parts">R [P, N], read.</param>
    /// <param name="noBias">Zeros [N], read.</param>
    /// <param name="chords">E [C, N], written.</param>
    /// <param name="shape">C rows of P inputs and N outputs; no shift.</param>
    public void Run(ArrayView<float> members, ArrayView<float> parts, ArrayView<float> noBias, ArrayView<float> chords, WeightGradientShape shape) =>
        dense.Run(new(members, parts, noBias, chords), shape.Rows, shape.Inputs, shape.Outputs);

    /// <summary>Queues the gradient of the parts' rows.</summary>
    /// <param name="members">M [C, P], read.</param>
    /// <param name="chordGradients">dE [C, N], read.</param>
    /// <param name="partGradients">dR [P, N], written.</param>
    /// <param name="shape">As for <see cref="Run"/>.</param>
    public void RunGradient(ArrayView<float> members, ArrayView<float> chordGradients, ArrayView<float> partGradients, WeightGradientShape shape) =>
        weightGradient.Run(members, chordGradients, partGradients, shape);
}
