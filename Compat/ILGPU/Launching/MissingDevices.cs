using ILGPU.Runtime.Cuda;

namespace GpuJazz.Launching;

/// <summary>Why devices can't be used.</summary>
public static class MissingDevices
{
    /// <summary>Why no CUDA device can be used: a clause without a full stop; null where one can.</summary>
    public static string? CudaReason => CudaDevice.NoneReason;
}
