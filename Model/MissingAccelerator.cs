using System.Runtime.InteropServices;

namespace GpuJazz.Model;

/// <summary>Why an accelerator can't be used here, and what to do about it.</summary>
public static class MissingAccelerator
{
    /// <summary>The reason, where <see cref="Accelerators.List"/> has none of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>A clause without a full stop: what is missing, and what to install.</returns>
    public static string Reason(AcceleratorChoice kind)
    {
        if (!BackEnds.Has(kind)) return $"this build has no back end for {Accelerators.Word(kind)} (README, Packages)";
        return kind == AcceleratorChoice.OpenCL ? OpenCLReason() : "no such device was found";
    }

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
