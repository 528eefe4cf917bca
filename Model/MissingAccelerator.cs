using System.Runtime.InteropServices;
using GpuJazz.Launching;

namespace GpuJazz.Model;

/// <summary>Why an accelerator can't be used here, and what to do about it.</summary>
public static class MissingAccelerator
{
    private const string NotFound = "no such device was found";

    /// <summary>The devices that drivers show but that can't be used, each with the reason: a clause without a full stop.</summary>
    public static IEnumerable<(AcceleratorChoice Kind, string Name, string Reason)> Unusable =>
        MissingDevices.Unusable.Select(device => (Accelerators.KindOf(device.Kind), device.Name, device.Reason));

    /// <summary>The reason, where <see cref="Accelerators.List"/> has none of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>A clause without a full stop: what is missing, and what to install.</returns>
    public static string Reason(AcceleratorChoice kind) => kind switch
    {
        AcceleratorChoice.OpenCL => Unusable.Where(device => device.Kind == kind).Select(device => device.Reason).FirstOrDefault() ?? OpenCLReason(),
        AcceleratorChoice.Cuda => MissingDevices.CudaReason ?? NotFound,
        _ => NotFound,
    };

    private static string OpenCLReason()
    {
        string library = OperatingSystem.IsWindows() ? "OpenCL.dll" : "libOpenCL.so.1";
        if (OperatingSystem.IsMacOS()) return "no OpenCL device was found";
        if (!NativeLibrary.TryLoad(library, out var handle))
        {
            return OperatingSystem.IsWindows()
                ? $"{library} is not installed: it comes with the driver of the GPU"
                : $"{library} is not installed: apt-get install ocl-icd-libopencl1 and a driver (pocl-opencl-icd for the CPU, or the GPU's own)";
        }

        NativeLibrary.Free(handle);
        return $"{library} is there, but finds no device: install the driver of the GPU (or pocl-opencl-icd for the CPU)";
    }
}
