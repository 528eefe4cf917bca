using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace GpuJazz.Launching;

/// <summary>Why devices can't be used.</summary>
public static class MissingDevices
{
    /// <summary>Why no CUDA device can be used: a clause without a full stop; null where one can.</summary>
    public static string? CudaReason => CudaDevice.NoneReason;

    /// <summary>The devices that drivers show but that can't be used, each with the reason: a clause without a full stop.</summary>
    public static IEnumerable<(AcceleratorType Kind, string Name, string Reason)> Unusable =>
    [
        .. CudaDevice.GetDevices(device => device.Unusable is not null).Select(device => (AcceleratorType.Cuda, device.Name, ((CudaDevice)device).Unusable!)),
        .. CLDevice.GetDevices(device => device.Unusable is not null).Select(device => (AcceleratorType.OpenCL, device.Name, ((CLDevice)device).Unusable!)),
    ];
}
