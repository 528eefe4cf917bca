using System.Runtime.CompilerServices;
using ILGPU.Compiler;

namespace ILGPU;

/// <summary>
/// The current work-item's warp: the work-items that run in step. For kernels on CUDA; other accelerators refuse kernels that use it. All
/// work-items of a warp must come to each exchange.
/// </summary>
public static class Warp
{
    /// <summary>The work-items of a warp.</summary>
    public static int WarpSize => throw OnlyInCuda();

    /// <summary>The work-item's place in its warp.</summary>
    public static int LaneIdx => throw OnlyInCuda();

    /// <summary>The warp's place in its group.</summary>
    public static int WarpIdx => Group.LinearIndex / WarpSize;

    /// <summary>Whether the work-item is its warp's first.</summary>
    public static bool IsFirstLane => LaneIdx == 0;

    /// <summary>Whether the work-item is its warp's last.</summary>
    public static bool IsLastLane => LaneIdx == WarpSize - 1;

    /// <summary>The value of the work-item at one place of the warp.</summary>
    public static T Shuffle<T>(T variable, int sourceLane)
        where T : unmanaged => throw OnlyInCuda();

    /// <summary>The value of the work-item that many places further; its own where there is none.</summary>
    public static T ShuffleDown<T>(T variable, int delta)
        where T : unmanaged => throw OnlyInCuda();

    /// <summary>The value of the work-item that many places before; its own where there is none.</summary>
    public static T ShuffleUp<T>(T variable, int delta)
        where T : unmanaged => throw OnlyInCuda();

    /// <summary>The value of the work-item whose place differs in these bits.</summary>
    public static T ShuffleXor<T>(T variable, int mask)
        where T : unmanaged => throw OnlyInCuda();

    private static KernelCompilationException OnlyInCuda([CallerMemberName] string member = "") =>
        new($"A kernel uses Warp.{member}, which only CUDA has. Use SharedMemory and Group.Barrier.");
}
