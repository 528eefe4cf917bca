using System.Runtime.InteropServices;
using ILGPU.Runtime;

namespace GpuJazz.Launching;

/// <summary>Why devices can't be used, as far as it can be told without asking the package.</summary>
public static class MissingDevices
{
    /// <summary>Why no CUDA device can be used: a clause without a full stop.</summary>
    public static string? CudaReason
    {
        get
        {
            string library = OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1";
            if (!NativeLibrary.TryLoad(library, out var handle))
                return $"{library} is not installed: it comes with the driver of an NVIDIA GPU";
            NativeLibrary.Free(handle);
            return "the NVIDIA driver is there, but finds no GPU";
        }
    }

    /// <summary>The devices that drivers show but that can't be used: the package does not tell.</summary>
    public static IEnumerable<(AcceleratorType Kind, string Name, string Reason)> Unusable => [];
}
