using System.Reflection;

namespace ILGPU.Runtime.CPU;

/// <summary>What a kernel needs of the threads that run it, found in its IL and in that of all methods it calls.</summary>
/// <param name="UsesBarriers">Work-items of a group wait for each other.</param>
/// <param name="UsesSharedMemory">Work-items of a group share memory.</param>
internal readonly record struct KernelTraits(bool UsesBarriers, bool UsesSharedMemory)
{
    /// <summary>Reads a kernel.</summary>
    public static KernelTraits Of(MethodInfo kernel)
    {
        bool barriers = false;
        bool shared = false;
        var seen = new HashSet<MethodBase> { kernel };
        var open = new Stack<MethodBase>(seen);
        while (open.TryPop(out var method))
        {
            foreach (var called in MethodCalls.Of(method))
            {
                barriers |= called.DeclaringType == typeof(Group) && IsMeeting(called.Name);
                shared |= called.DeclaringType == typeof(SharedMemory);
                if (IsReadable(called) && seen.Add(called)) open.Push(called);
            }
        }

        return new(barriers, shared);
    }

    /// <summary>Refuses what an implicitly grouped kernel can't use.</summary>
    public void CheckImplicit(KernelSource source)
    {
        if (!UsesBarriers && !UsesSharedMemory) return;
        throw new NotSupportedException(
            $"Kernel {source.Name} uses shared memory or barriers, which implicitly grouped kernels can't. Load it with LoadStreamKernel.");
    }

    private static bool IsMeeting(string name) =>
        name is nameof(Group.Barrier) or nameof(Group.BarrierAnd) or nameof(Group.BarrierOr) or nameof(Group.BarrierPopCount)
            or nameof(Group.Broadcast);

    // The runtime's own methods and this library's have no barriers inside that matter here.
    private static bool IsReadable(MethodBase method) =>
        method.Module.Assembly is var assembly && assembly != typeof(object).Assembly && assembly != typeof(KernelTraits).Assembly;
}
