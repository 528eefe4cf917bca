using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Which gate of which unit a work-item of a resident LSTM has: the four gates of a unit are neighbours in a warp. For kernels.</summary>
/// <remarks>
/// A resident LSTM keeps the recurrent kernel in registers through all steps: a work-item holds H of its 4H² weights, and a group all. That is
/// for CUDA, whose work-items have up to 255 registers and pass numbers to each other within a warp.
/// </remarks>
/// <param name="Unit">The hidden unit; H and more where there is none of the number.</param>
/// <param name="Gate">0 to 3: input, forget, candidate, output.</param>
/// <param name="Hidden">H.</param>
internal readonly record struct GateLane(int Unit, int Gate, int Hidden)
{
    /// <summary>The gates of a unit.</summary>
    public const int Gates = 4;

    // Beyond that the weights of a group do not fit into a multiprocessor's registers: 4H work-items of H and some 40 more.
    private const int MostHidden = 96;
    private const int WarpSize = 32;

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

    /// <summary>Whether an LSTM's recurrent kernel fits into registers.</summary>
    /// <param name="accelerator">The accelerator.</param>
    /// <param name="hidden">H.</param>
    /// <returns>Whether it does.</returns>
    public static bool Suits(Accelerator accelerator, int hidden) =>
        accelerator.AcceleratorType == AcceleratorType.Cuda && hidden <= MostHidden;

    /// <summary>The launch: a group takes a sequence, and then the next that no other has taken.</summary>
    /// <param name="accelerator">The accelerator.</param>
    /// <param name="shape">The sizes.</param>
    /// <returns>As many groups as run at once, or as there are sequences.</returns>
    public static KernelConfig Launch(Accelerator accelerator, LstmShape shape) => (
        Math.Min(shape.Sequences, GroupsOfProcessor * accelerator.NumMultiprocessors),
        ((shape.Gates - 1) / WarpSize + 1) * WarpSize);

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
}
