using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>Adds up sums that neighbours in a warp have parts of. For kernels on CUDA.</summary>
internal static class NeighbourSums
{
    /// <summary>Adds up what work-items have of four sums, among those that differ in two bits of their place: each gets the sum that these bits name.</summary>
    /// <param name="parts">The work-item's parts.</param>
    /// <param name="bit">The lower of the two bits.</param>
    /// <returns>The sum over the four work-items.</returns>
    public static float Dealt(FourSums parts, int bit)
    {
        var (isOdd, isUpper) = ((Group.IdxX & bit) != 0, (Group.IdxX & (2 * bit)) != 0);
        var lower = (isOdd ? parts.Second : parts.First) + Warp.ShuffleXor(isOdd ? parts.First : parts.Second, bit);
        var upper = (isOdd ? parts.Fourth : parts.Third) + Warp.ShuffleXor(isOdd ? parts.Third : parts.Fourth, bit);
        return (isUpper ? upper : lower) + Warp.ShuffleXor(isUpper ? lower : upper, 2 * bit);
    }

    /// <summary>Adds up what four neighbours have of one sum: each gets it.</summary>
    /// <param name="part">The work-item's part.</param>
    /// <returns>The sum.</returns>
    public static float Total(float part)
    {
        var pair = part + Warp.ShuffleXor(part, 1);
        return pair + Warp.ShuffleXor(pair, 2);
    }
}
