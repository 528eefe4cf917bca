using System.Runtime.InteropServices;

namespace ILGPU.Runtime.Cuda;

/// <summary>NVRTC's functions that are used here, with the parameters of its interface from CUDA 11.2 on.</summary>
internal sealed unsafe class NvrtcLibrary
{
    public readonly delegate* unmanaged<int*, int*, NvrtcResult> GetVersion;
    public readonly delegate* unmanaged<int*, NvrtcResult> GetArchitectureCount;
    public readonly delegate* unmanaged<int*, NvrtcResult> GetArchitectures;
    public readonly delegate* unmanaged<IntPtr*, byte*, byte*, int, byte**, byte**, NvrtcResult> CreateProgram;
    public readonly delegate* unmanaged<IntPtr*, NvrtcResult> DestroyProgram;
    public readonly delegate* unmanaged<IntPtr, int, byte**, NvrtcResult> Compile;
    public readonly delegate* unmanaged<IntPtr, nuint*, NvrtcResult> GetLogSize;
    public readonly delegate* unmanaged<IntPtr, byte*, NvrtcResult> GetLog;
    public readonly delegate* unmanaged<IntPtr, nuint*, NvrtcResult> GetBinarySize;
    public readonly delegate* unmanaged<IntPtr, byte*, NvrtcResult> GetBinary;
    public readonly delegate* unmanaged<IntPtr, nuint*, NvrtcResult> GetPtxSize;
    public readonly delegate* unmanaged<IntPtr, byte*, NvrtcResult> GetPtx;

    private NvrtcLibrary(IntPtr library, string path)
    {
        IntPtr At(string name) => NativeLibrary.GetExport(library, name);
        GetVersion = (delegate* unmanaged<int*, int*, NvrtcResult>)At("nvrtcVersion");
        GetArchitectureCount = (delegate* unmanaged<int*, NvrtcResult>)At("nvrtcGetNumSupportedArchs");
        GetArchitectures = (delegate* unmanaged<int*, NvrtcResult>)At("nvrtcGetSupportedArchs");
        CreateProgram = (delegate* unmanaged<IntPtr*, byte*, byte*, int, byte**, byte**, NvrtcResult>)At("nvrtcCreateProgram");
        DestroyProgram = (delegate* unmanaged<IntPtr*, NvrtcResult>)At("nvrtcDestroyProgram");
        Compile = (delegate* unmanaged<IntPtr, int, byte**, NvrtcResult>)At("nvrtcCompileProgram");
        GetLogSize = (delegate* unmanaged<IntPtr, nuint*, NvrtcResult>)At("nvrtcGetProgramLogSize");
        GetLog = (delegate* unmanaged<IntPtr, byte*, NvrtcResult>)At("nvrtcGetProgramLog");
        GetBinarySize = (delegate* unmanaged<IntPtr, nuint*, NvrtcResult>)At("nvrtcGetCUBINSize");
        GetBinary = (delegate* unmanaged<IntPtr, byte*, NvrtcResult>)At("nvrtcGetCUBIN");
        GetPtxSize = (delegate* unmanaged<IntPtr, nuint*, NvrtcResult>)At("nvrtcGetPTXSize");
        GetPtx = (delegate* unmanaged<IntPtr, byte*, NvrtcResult>)At("nvrtcGetPTX");
        Path = path;
        int major, minor, count;
        _ = GetVersion(&major, &minor);
        Version = new(major, minor);
        _ = GetArchitectureCount(&count);
        Architectures = new int[count];
        fixed (int* first = Architectures) _ = GetArchitectures(first);
    }

    /// <summary>Its name or path.</summary>
    public string Path { get; }

    /// <summary>The version of CUDA that it belongs to.</summary>
    public Version Version { get; }

    /// <summary>The architectures that it compiles for: 90 for 9.0.</summary>
    public int[] Architectures { get; }

    /// <summary>The library that fits a driver best: the first that is no newer than it, or else the first that is there at all.</summary>
    public static NvrtcLibrary? Find(NvrtcPlaces places, CudaDriverVersion driver)
    {
        List<NvrtcLibrary> newer = [];
        foreach (string candidate in places.Candidates())
        {
            if (TryLoad(candidate) is not { } library) continue;
            if (library.Version.Major <= driver.Major) return library;
            newer.Add(library);
        }

        return newer.FirstOrDefault();
    }

    private static NvrtcLibrary? TryLoad(string path)
    {
        // It opens its second half by name, which the system finds once it is loaded.
        if (System.IO.Path.GetDirectoryName(path) is { Length: > 0 } folder)
            foreach (string part in Directory.GetFiles(folder, OperatingSystem.IsWindows() ? "nvrtc-builtins*.dll" : "libnvrtc-builtins.so*"))
                _ = NativeLibrary.TryLoad(part, out _);
        if (!NativeLibrary.TryLoad(path, out var library)) return null;
        try
        {
            return new(library, path);
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }
}

/// <summary>What NVRTC says when it fails.</summary>
internal enum NvrtcResult
{
    NVRTC_SUCCESS = 0,
    NVRTC_ERROR_OUT_OF_MEMORY = 1,
    NVRTC_ERROR_PROGRAM_CREATION_FAILURE = 2,
    NVRTC_ERROR_INVALID_INPUT = 3,
    NVRTC_ERROR_INVALID_PROGRAM = 4,
    NVRTC_ERROR_INVALID_OPTION = 5,
    NVRTC_ERROR_COMPILATION = 6,
    NVRTC_ERROR_BUILTIN_OPERATION_FAILURE = 7,
    NVRTC_ERROR_INTERNAL_ERROR = 11,
}
