using ILGPU;
using ILGPU.Algorithms;

namespace GpuJazz.Kernels;

/// <summary>Where dz of a step lies in the shared memory of <see cref="ResidentLstmBackward"/>, and which of it a work-item sums. For kernels.</summary>
/// <remarks>
/// Sixteen neighbours have four units. They take dz of all gates in turns, or, in a wide model, four neighbours that of one gate: the place of each weight
/// in memory is then the work-item's first and a number that the compiler knows.
/// </remarks>
/// <param name="Hidden">H.</param>
internal readonly record struct GradientSlice(int Hidden)
{
    /// <summary>The work-items that have four units.</summary>
    public const int Items = HeldWeights.Columns * GateLane.Gates;

    // So many banks from one gate to the next that four neighbours and the next four read different ones.
    private const int Banks = 32;

    /// <summary>The floats of one dz.</summary>
    public int Length => GateLane.Gates * Stride;

    /// <summary>The work-items that share one vector, all of dz or one gate's.</summary>
    public int Neighbours => GateLane.IsWide(Hidden) ? Items / GateLane.Gates : Items;

    /// <summary>The work-item's place among them.</summary>
    public int Neighbour => Group.IdxX % Neighbours;

    /// <summary>Where their vector starts.</summary>
    public int Start => GateLane.IsWide(Hidden) ? Gate * Stride : 0;

    // One gate's part, with zeros behind it.
    private int Part => HeldWeights.Length(Hidden, GateLane.Gates);

    private int Stride => GateLane.IsWide(Hidden) ? (Part - 1) / Banks * Banks + Banks + Banks / 2 : Part;

    private static int Gate => Group.IdxX % Items / GateLane.Gates;

    /// <summary>Where an element of dz lies.</summary>
    /// <param name="lane">Its gate and unit.</param>
    /// <returns>An index below <see cref="Length"/>.</returns>
    public int PlaceOf(GateLane lane) => lane.Gate * Stride + lane.Unit;

    /// <summary>The gate column that a work-item's weight belongs to.</summary>
    /// <param name="n">The number of the weight in each of its four rows.</param>
    /// <returns>The column, and whether it is there: padding has another's.</returns>
    public (int Column, bool IsThere) ColumnOf(int n)
    {
        var place = HeldWeights.PlaceOf(Neighbour, Neighbours, n);
        var (gate, k) = GateLane.IsWide(Hidden) ? (Gate, place) : (place / Part, place % Part);
        return (gate * Hidden + XMath.Min(k, Hidden - 1), k < Hidden);
    }
}
