using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>How large the groups of a launch may be.</summary>
internal static class GroupSize
{
    // A device of OpenCL names the most that any kernel may have; what a kernel gets is its driver's choice. NVIDIA's and AMD's give 256 to
    // kernels that don't say in their text how large their groups will be, and ILGPU's don't.
    private const int OfOpenCL = 256;

    /// <summary>The most work-items that a group of any kernel may have.</summary>
    /// <param name="accelerator">The accelerator.</param>
    /// <returns>At least 1.</returns>
    public static int Most(Accelerator accelerator) => accelerator.AcceleratorType == AcceleratorType.OpenCL
        ? Math.Min(OfOpenCL, accelerator.MaxNumThreadsPerGroup)
        : accelerator.MaxNumThreadsPerGroup;
}
