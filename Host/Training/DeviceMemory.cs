using GpuJazz.Model;

namespace GpuJazz.Host.Training;

/// <summary>How much memory an accelerator has.</summary>
internal static class DeviceMemory
{
    /// <summary>Its memory in bytes; the CPU says that it has no limit, and is given that of this process.</summary>
    public static long Of(AcceleratorInfo accelerator) =>
        Math.Min(accelerator.MemoryBytes, accelerator.Kind == AcceleratorChoice.Cpu ? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes : long.MaxValue);
}
