using ILGPU.Runtime;

namespace GpuJazz.Launching;

/// <summary>The units of NVIDIA's GPUs that multiply small matrices: the package leads to none.</summary>
public static class TensorCores
{
    /// <summary>Whether kernels can use them: no.</summary>
    /// <param name="accelerator">The accelerator.</param>
    public static bool HasTensorCores(this Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        return false;
    }
}
