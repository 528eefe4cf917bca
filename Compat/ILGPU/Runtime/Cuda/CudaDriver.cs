using System.Runtime.InteropServices;

namespace ILGPU.Runtime.Cuda;

/// <summary>The CUDA driver of the machine, with the compiler that goes with it.</summary>
internal sealed unsafe class CudaDriver
{
    /// <summary>The oldest version of CUDA that a driver may know: the first with all that is used here.</summary>
    public static readonly CudaDriverVersion Oldest = CudaDriverVersion.FromMajorMinor(11, 4);

    private static readonly Lazy<(CudaDriver? Driver, string? Reason)> Loaded =
        new(() => Load(Names, NvrtcPlaces.OfThisMachine()));

    // The second is where Windows' subsystem for Linux has it.
    private static string[] Names =>
        OperatingSystem.IsWindows() ? ["nvcuda.dll"] : ["libcuda.so.1", "/usr/lib/wsl/lib/libcuda.so.1"];

    private CudaDriver(CudaFunctions functions, CudaDriverVersion version, NvrtcPlaces places)
    {
        Functions = functions;
        Version = version;
        Compiler = NvrtcLibrary.Find(places, version);
        CompilerReason = Compiler is null ? NvrtcPlaces.NothingFound(version) : null;
    }

    /// <summary>The machine's own; null where it has none that works.</summary>
    public static CudaDriver? Installed => Loaded.Value.Driver;

    /// <summary>Why there is none; null where there is one.</summary>
    public static string? Reason => Loaded.Value.Reason;

    public CudaFunctions Functions { get; }

    /// <summary>The version of CUDA that the driver knows.</summary>
    public CudaDriverVersion Version { get; }

    /// <summary>NVRTC; null where it was not found.</summary>
    public NvrtcLibrary? Compiler { get; }

    /// <summary>Why there is no compiler; null where there is one.</summary>
    public string? CompilerReason { get; }

    /// <summary>Starts a driver.</summary>
    /// <param name="libraries">Its library's names or paths, the first that is there is taken.</param>
    /// <param name="places">Where NVRTC may be.</param>
    /// <returns>The driver, or why it can't be used: a clause without a full stop.</returns>
    public static (CudaDriver? Driver, string? Reason) Load(string[] libraries, NvrtcPlaces places)
    {
        foreach (string name in libraries)
        {
            if (!NativeLibrary.TryLoad(name, out var library)) continue;
            int version;
            if (!NativeLibrary.TryGetExport(library, "cuDriverGetVersion", out var asks)
                || ((delegate* unmanaged<int*, CudaError>)asks)(&version) != CudaError.CUDA_SUCCESS)
            {
                return (null, $"{name} is no driver of CUDA");
            }

            var known = CudaDriverVersion.FromValue(version);
            if (known < Oldest || CudaFunctions.TryLoad(library) is not { } functions)
                return (null, $"the NVIDIA driver knows CUDA {known} only, and {Oldest} is needed: update the driver");
            var status = functions.Initialize(0);
            return status switch
            {
                CudaError.CUDA_SUCCESS => (new(functions, known, places), null),
                CudaError.CUDA_ERROR_NO_DEVICE => (null, "the NVIDIA driver is there, but finds no GPU"),
                _ => (null, $"the NVIDIA driver does not start ({status}): restart the machine, or install the driver anew"),
            };
        }

        return (null, $"{libraries[0]} is not installed: it comes with the driver of an NVIDIA GPU");
    }
}
