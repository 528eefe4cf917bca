using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>Where the weights of a work-item are: the first in its registers, the others in shared memory. For kernels on CUDA.</summary>
/// <param name="Count">All weights of a work-item.</param>
/// <param name="Held">Those in registers: all, or a multiple of four.</param>
/// <param name="Width">The work-items of the group.</param>
internal readonly record struct WeightShare(int Count, int Held, int Width)
{
    // What a work-item reads at once.
    private const int Run = 4;

    /// <summary>Whether there are others.</summary>
    public bool HasOthers => Held < Count;

    /// <summary>The floats of shared memory that the others of a group take.</summary>
    public int OthersLength => (Count - Held) * Width;

    /// <summary>Where one of the others of this work-item is in shared memory.</summary>
    /// <param name="index">Which weight, from held on.</param>
    /// <returns>An index below <see cref="OthersLength"/>; from a multiple of four on, four weights lie in a row.</returns>
    public int PlaceOf(int index) => ((index - Held) / Run * Width + Group.IdxX) * Run + index % Run;
}

/// <summary>The weights of a work-item, which it keeps through all steps. For kernels on CUDA.</summary>
/// <remarks>
/// The compiler keeps a local array in registers where each index is known to it, which it is once loops are written out. Weights for which there are
/// no registers lie in shared memory in fours, one work-item's beside the next one's: four come with one read, and a warp reads all banks. Only
/// their own work-item writes and reads them, so that they need no barrier. Loops over both kinds are two: in one loop that asks, the compiler may
/// fail to write it out.
/// </remarks>
/// <param name="Registers">[held] of local memory.</param>
/// <param name="Others">Shared memory, from a multiple of 16 bytes on; anything where there are none.</param>
/// <param name="Share">How many are where.</param>
internal readonly record struct ItemWeights(ArrayView<float> Registers, ArrayView<float> Others, WeightShare Share);
