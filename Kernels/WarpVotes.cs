using GpuJazz.Launching;
using ILGPU;
using ILGPU.Algorithms;

namespace GpuJazz.Kernels;

/// <summary>What the 32 work-items of a warp find out together, each of them the same. For kernels on CUDA, in groups of one dimension.</summary>
/// <remarks>The instructions for that stand in <c>WarpVotes.Cuda.cs</c>; the plain bodies ask round by shuffles.</remarks>
internal static partial class WarpVotes
{
    private const int Lanes = 32;

    private static int Lane => Group.IdxX % Lanes;

    /// <summary>The likeliest token of all.</summary>
    /// <param name="logit">The logit of the work-item's likeliest token.</param>
    /// <param name="token">The token.</param>
    /// <returns>The token; of equals the lowest.</returns>
    [CudaFunction(Argmax)]
    public static int Likeliest(float logit, int token)
    {
        var leader = new Leader(logit, token);
        for (var mask = Lanes / 2; mask > 0; mask /= 2) leader = leader.Or(Warp.ShuffleXor(leader.Logit, mask), Warp.ShuffleXor(leader.Token, mask));
        return leader.Token;
    }

    /// <summary>The highest number of all.</summary>
    /// <param name="value">The work-item's; not NaN.</param>
    /// <returns>The highest.</returns>
    [CudaFunction(Maximum)]
    public static float Highest(float value)
    {
        for (var mask = Lanes / 2; mask > 0; mask /= 2) value = XMath.Max(value, Warp.ShuffleXor(value, mask));
        return value;
    }

    /// <summary>The first work-item for which something is true.</summary>
    /// <param name="isTrue">Whether it is true for this one: 0 for no.</param>
    /// <returns>Its place in the warp; −1 where it is true for none.</returns>
    [CudaFunction("return __ffs(__ballot_sync(0xffffffffu, isTrue)) - 1;")]
    public static int First(int isTrue)
    {
        var place = isTrue != 0 ? Lane : Lanes;
        for (var mask = Lanes / 2; mask > 0; mask /= 2) place = XMath.Min(place, Warp.ShuffleXor(place, mask));
        return place < Lanes ? place : -1;
    }

    /// <summary>The last work-item for which something is true.</summary>
    /// <param name="isTrue">Whether it is true for this one: 0 for no.</param>
    /// <returns>Its place in the warp; −1 where it is true for none.</returns>
    [CudaFunction("return 31 - __clz(__ballot_sync(0xffffffffu, isTrue));")]
    public static int Last(int isTrue)
    {
        var place = isTrue != 0 ? Lane : -1;
        for (var mask = Lanes / 2; mask > 0; mask /= 2) place = XMath.Max(place, Warp.ShuffleXor(place, mask));
        return place;
    }
}
