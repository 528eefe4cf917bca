using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Which gate of which unit a work-item of a resident LSTM has: the four gates of a unit are neighbours in a warp. For kernels.</summary>
/// <remarks>
/// A resident LSTM keeps the recurrent kernel on a multiprocessor through all steps: a work-item has H of its 4H² weights, and a group all. They are in
/// registers, and of a wide model, whose weights alone would fill these, in part in shared memory. That is for CUDA, whose work-items
/// have up to 255 registers and pass numbers to each other within a warp.
/// </remarks>
/// <param name="Unit">The hidden unit; H and more where there is none of the number.</param>
/// <param name="Gate">0 to 3: input, forget, candidate, output.</param>
/// <param name="Hidden">H.</param>
internal readonly record struct GateLane(int Unit, int Gate, int Hidden)
{
    /// <summary>The gates of a unit.</summary>
    public const int Gates = 4;

    /// <summary>The most work-items of a group.</summary>
    public const int MostItems = Gates * MostHidden;

    private const int MostHidden = 128;
    private const int WarpSize = 32;

    // A multiprocessor has 65536 registers. Up to so many units each work-item has room for its weights and the 32 other numbers that it wants;
    // those of a wide model have 128 each, of which 80 hold weights, five runs of four k.
    private const int MostHiddenInRegisters = 96;
    private const int HeldOfWide = 80;

    // What the kernels have besides: two rows of dz, and a little.
    private const int OwnSharedBytes = 8 * 1024;

    // Two groups of 256 work-items with 64 weights each fill the registers.
    private const int GroupsOfProcessor = 2;

    /// <summary>The lane of a work-item.</summary>
    /// <param name="hidden">H.</param>
    /// <returns>By its place in the group.</returns>
    public static GateLane Of(int hidden) => new(Group.IdxX / Gates, Group.IdxX % Gates, hidden);

    /// <summary>Whether there is such a unit. Work-items without one come along, as their warp needs them.</summary>
    public bool Exists => Unit < Hidden;

    /// <summary>The unit, or the last one where there is none: what is read there is of no use and does no harm.</summary>
    public int Near => XMath.Min(Unit, Hidden - 1);

    /// <summary>The gate's column, of the unit that is near.</summary>
    public int Column => Gate * Hidden + Near;

    /// <summary>Whether an LSTM's recurrent kernel fits into a multiprocessor.</summary>
    /// <param name="accelerator">The accelerator.</param>
    /// <param name="hidden">H.</param>
    /// <returns>Whether it does.</returns>
    public static bool Suits(Accelerator accelerator, int hidden) =>
        accelerator.AcceleratorType == AcceleratorType.Cuda
        && hidden <= MostHidden
        && Share(hidden).OthersLength * sizeof(float) + OwnSharedBytes <= accelerator.MaxSharedMemoryPerGroup;

    /// <summary>Whether a model is wide: its weights are in part in shared memory, and a group has a multiprocessor for itself.</summary>
    /// <param name="hidden">H.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsWide(int hidden) => hidden > MostHiddenInRegisters;

    /// <summary>Where a work-item's weights are.</summary>
    /// <param name="hidden">H.</param>
    /// <returns>A quarter of h for four columns, or a sixteenth of dz for four units.</returns>
    public static WeightShare Share(int hidden)
    {
        var count = HeldWeights.Length(hidden, Gates);
        return new(count, IsWide(hidden) ? HeldOfWide : count, Width(hidden));
    }

    /// <summary>The launch: a group takes a sequence, and then the next that no other has taken.</summary>
    /// <param name="accelerator">The accelerator.</param>
    /// <param name="shape">The sizes.</param>
    /// <returns>As many groups as run at once, or as there are sequences.</returns>
    public static KernelConfig Launch(Accelerator accelerator, LstmShape shape)
    {
        var most = (IsWide(shape.Hidden) ? 1 : GroupsOfProcessor) * accelerator.NumMultiprocessors;
        var others = new SharedMemoryConfig(Share(shape.Hidden).OthersLength, sizeof(float));
        return new(Math.Min(shape.Sequences, most), Width(shape.Hidden), others);
    }

    /// <summary>The four values of the unit, one from each of its lanes.</summary>
    /// <param name="own">This lane's.</param>
    /// <returns>The four.</returns>
    public UnitGates Gather(float own)
    {
        var first = Warp.LaneIdx - Gate;
        return new(Warp.Shuffle(own, first), Warp.Shuffle(own, first + 1), Warp.Shuffle(own, first + 2), Warp.Shuffle(own, first + 3));
    }

    /// <summary>The value of this lane's gate.</summary>
    /// <param name="gates">The unit's four.</param>
    /// <returns>One of them.</returns>
    public float Own(UnitGates gates)
    {
        var lower = Gate == 0 ? gates.Input : gates.Forget;
        return Gate < 2 ? lower : Gate == 2 ? gates.Candidate : gates.Output;
    }

    private static int Width(int hidden) => (Gates * hidden - 1) / WarpSize * WarpSize + WarpSize;
}
