using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace GpuJazz.Launching;

/// <summary>The units of NVIDIA's GPUs that multiply small matrices, which only a <see cref="CudaFunctionAttribute"/> leads to.</summary>
public static class TensorCores
{
    /// <summary>Whether there are units for factors in TF32 and bfloat16, and a compiler that knows them: from compute capability 8.0 on.</summary>
    /// <param name="accelerator">The accelerator.</param>
    public static bool HasTensorCores(this Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        return accelerator is CudaAccelerator { Architecture.Major: >= 8, Compiler.Target: >= 80 };
    }
}
