using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace ILGPU;

/// <summary>Memory that the work-items of a group share, of undefined content at first. For explicitly grouped kernels.</summary>
public static class SharedMemory
{
    /// <summary>One element. Each work-item of the group gets the same.</summary>
    public static ref T Allocate<T>()
        where T : unmanaged => ref Allocate<T>(1)[0];

    /// <summary>A number of elements, a constant. Each work-item of the group gets the same.</summary>
    public static ArrayView<T> Allocate<T>(int extent)
        where T : unmanaged => CPUWorkItem.Current.AllocateShared<T>(extent);

    /// <summary>A number of elements, a constant. Each work-item of the group gets the same.</summary>
    public static ArrayView1D<T, Stride1D.Dense> Allocate1D<T>(Index1D extent)
        where T : unmanaged => Allocate<T>(extent.X);

    /// <summary>The dynamic shared memory of the launch, all of it at each call: see <see cref="SharedMemoryConfig"/>.</summary>
    public static ArrayView<T> GetDynamic<T>()
        where T : unmanaged => CPUWorkItem.Current.DynamicShared<T>();
}
