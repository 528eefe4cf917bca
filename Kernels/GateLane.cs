using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Which gate of which unit a work-item of a resident LSTM has: the four gates of a unit are neighbours in a warp. For kernels.</summary>
/// <remarks>
/// A resident LSTM keeps the recurrent kernel in registers through all steps: a work-item holds the H weights of one gate of one unit, and
/// a group all of them. That is for CUDA, whose work-items have up to 255 registers and pass numbers to each other within a warp.
/// </remarks>
/// <param name="Unit">The hidden unit; the last one where there is none of the number.</param>
/// <param name="Gate">0 to 3: input, forget, candidate, output.</param>
/// <param name="Exists">Whether there is such a unit. Work-items without one come along, as their warp needs them.</param>
internal readonly record struct GateLane(int Unit, int Gate, bool Exists)
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
    public static GateLane Of(int hidden)
    {
        var unit = Group.IdxX / Gates;
        return new(XMath.Min(unit, hidden - 1), Group.IdxX % Gates, unit < hidden);
    }

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

    /// <summary>The place in the warp of one of the unit's lanes.</summary>
    /// <param name="gate">Its gate.</param>
    /// <returns>From 0 to 31.</returns>
    public int PlaceOf(int gate) => Warp.LaneIdx - Gate + gate;

    /// <summary>The four values of the unit, one from each of its lanes.</summary>
    /// <param name="own">This lane's.</param>
    /// <returns>The four.</returns>
    public UnitGates Gather(float own) => new(
        Warp.Shuffle(own, PlaceOf(0)), Warp.Shuffle(own, PlaceOf(1)), Warp.Shuffle(own, PlaceOf(2)), Warp.Shuffle(own, PlaceOf(3)));

    /// <summary>The value of this lane's gate.</summary>
    /// <param name="gates">The unit's four.</param>
    /// <returns>One of them.</returns>
    public float Own(UnitGates gates) => Gate switch
    {
        0 => gates.Input,
        1 => gates.Forget,
        2 => gates.Candidate,
        _ => gates.Output,
    };
}
