namespace ILGPU;

/// <summary>Orders a work-item's memory operations before those that follow, as others see them.</summary>
public static class MemoryFence
{
    /// <summary>As the work-items of the group see them.</summary>
    public static void GroupLevel() => Interlocked.MemoryBarrier();

    /// <summary>As all work-items of the device see them.</summary>
    public static void DeviceLevel() => Interlocked.MemoryBarrier();

    /// <summary>As the whole system sees them.</summary>
    public static void SystemLevel() => Interlocked.MemoryBarrier();
}
