namespace ILGPU.Compiler;

/// <summary>Meetings that exchange values, as kernels would write them with memory of the group.</summary>
internal static class GroupMethods
{
    /// <summary>The value of one work-item.</summary>
    public static T Broadcast<T>(T value, int groupIndex)
        where T : unmanaged
    {
        var shared = SharedMemory.Allocate<T>(1);
        if (Group.LinearIndex == groupIndex) shared[0] = value;
        Group.Barrier();
        var result = shared[0];
        Group.Barrier();
        return result;
    }

    /// <summary>How many work-items say yes.</summary>
    public static int BarrierPopCount(bool predicate)
    {
        var count = SharedMemory.Allocate<int>(1);
        if (Group.LinearIndex == 0) count[0] = 0;
        Group.Barrier();
        if (predicate) Atomic.Add(ref count[0], 1);
        Group.Barrier();
        int result = count[0];
        Group.Barrier();
        return result;
    }

    /// <summary>Whether all say yes.</summary>
    public static bool BarrierAnd(bool predicate) => BarrierPopCount(!predicate) == 0;

    /// <summary>Whether any says yes.</summary>
    public static bool BarrierOr(bool predicate) => BarrierPopCount(predicate) > 0;
}
