using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace ILGPU;

/// <summary>Memory of one work-item alone, of undefined content at first. For kernels.</summary>
public static class LocalMemory
{
    /// <summary>A number of elements, a constant.</summary>
    public static ArrayView<T> Allocate<T>(int extent)
        where T : unmanaged => CPUWorkItem.Current.AllocateLocal<T>(extent);

    /// <summary>A number of elements, a constant.</summary>
    public static ArrayView1D<T, Stride1D.Dense> Allocate1D<T>(Index1D extent)
        where T : unmanaged => Allocate<T>(extent.X);
}
