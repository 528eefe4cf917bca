using System.Runtime.InteropServices;

namespace ILGPU.Runtime.Cuda;

/// <summary>The functions of the CUDA driver that are used here, with the parameters of its interface from CUDA 11.4 on.</summary>
internal sealed unsafe class CudaFunctions
{
    public readonly delegate* unmanaged<uint, CudaError> Initialize;
    public readonly delegate* unmanaged<int*, CudaError> GetDriverVersion;
    public readonly delegate* unmanaged<int*, CudaError> GetDeviceCount;
    public readonly delegate* unmanaged<int*, int, CudaError> GetDevice;
    public readonly delegate* unmanaged<byte*, int, int, CudaError> GetDeviceName;
    public readonly delegate* unmanaged<nuint*, int, CudaError> GetDeviceMemory;
    public readonly delegate* unmanaged<int*, CudaDeviceAttribute, int, CudaError> GetDeviceAttribute;
    public readonly delegate* unmanaged<IntPtr*, int, CudaError> RetainContext;
    public readonly delegate* unmanaged<IntPtr, CudaError> SetCurrent;
    public readonly delegate* unmanaged<nuint*, nuint*, CudaError> GetMemoryInfo;
    public readonly delegate* unmanaged<IntPtr*, nuint, CudaError> Allocate;
    public readonly delegate* unmanaged<IntPtr, CudaError> Free;
    public readonly delegate* unmanaged<IntPtr, void*, nuint, IntPtr, CudaError> CopyFromHost;
    public readonly delegate* unmanaged<void*, IntPtr, nuint, IntPtr, CudaError> CopyToHost;
    public readonly delegate* unmanaged<IntPtr, IntPtr, nuint, IntPtr, CudaError> Copy;
    public readonly delegate* unmanaged<IntPtr, byte, nuint, IntPtr, CudaError> Fill;
    public readonly delegate* unmanaged<IntPtr*, uint, CudaError> CreateStream;
    public readonly delegate* unmanaged<IntPtr, CudaError> DestroyStream;
    public readonly delegate* unmanaged<IntPtr, CudaError> SynchronizeStream;
    public readonly delegate* unmanaged<IntPtr*, uint, CudaError> CreateEvent;
    public readonly delegate* unmanaged<IntPtr, CudaError> DestroyEvent;
    public readonly delegate* unmanaged<IntPtr, IntPtr, CudaError> RecordEvent;
    public readonly delegate* unmanaged<IntPtr, CudaError> SynchronizeEvent;
    public readonly delegate* unmanaged<IntPtr, IntPtr, uint, CudaError> WaitForEvent;
    public readonly delegate* unmanaged<float*, IntPtr, IntPtr, CudaError> GetElapsedTime;
    public readonly delegate* unmanaged<IntPtr*, void*, CudaError> LoadModule;
    public readonly delegate* unmanaged<IntPtr, CudaError> UnloadModule;
    public readonly delegate* unmanaged<IntPtr*, IntPtr, byte*, CudaError> GetFunction;
    public readonly delegate* unmanaged<int*, CudaFunctionAttribute, IntPtr, CudaError> GetFunctionAttribute;
    public readonly delegate* unmanaged<IntPtr, CudaFunctionAttribute, int, CudaError> SetFunctionAttribute;
    public readonly delegate* unmanaged<IntPtr, uint, uint, uint, uint, uint, uint, uint, IntPtr, void**, void**, CudaError> Launch;
    public readonly delegate* unmanaged<IntPtr, uint, uint, uint, uint, uint, uint, uint, IntPtr, void**, CudaError> LaunchCooperatively;
    public readonly delegate* unmanaged<IntPtr, uint, CudaError> BeginCapture;
    public readonly delegate* unmanaged<IntPtr, IntPtr*, CudaError> EndCapture;
    public readonly delegate* unmanaged<IntPtr*, IntPtr, ulong, CudaError> InstantiateGraph;
    public readonly delegate* unmanaged<IntPtr, IntPtr, CudaError> LaunchGraph;
    public readonly delegate* unmanaged<IntPtr, CudaError> DestroyExecutableGraph;
    public readonly delegate* unmanaged<IntPtr, CudaError> DestroyGraph;

    private CudaFunctions(IntPtr library)
    {
        IntPtr At(string name) => NativeLibrary.GetExport(library, name);
        Initialize = (delegate* unmanaged<uint, CudaError>)At("cuInit");
        GetDriverVersion = (delegate* unmanaged<int*, CudaError>)At("cuDriverGetVersion");
        GetDeviceCount = (delegate* unmanaged<int*, CudaError>)At("cuDeviceGetCount");
        GetDevice = (delegate* unmanaged<int*, int, CudaError>)At("cuDeviceGet");
        GetDeviceName = (delegate* unmanaged<byte*, int, int, CudaError>)At("cuDeviceGetName");
        GetDeviceMemory = (delegate* unmanaged<nuint*, int, CudaError>)At("cuDeviceTotalMem_v2");
        GetDeviceAttribute = (delegate* unmanaged<int*, CudaDeviceAttribute, int, CudaError>)At("cuDeviceGetAttribute");
        RetainContext = (delegate* unmanaged<IntPtr*, int, CudaError>)At("cuDevicePrimaryCtxRetain");
        SetCurrent = (delegate* unmanaged<IntPtr, CudaError>)At("cuCtxSetCurrent");
        GetMemoryInfo = (delegate* unmanaged<nuint*, nuint*, CudaError>)At("cuMemGetInfo_v2");
        Allocate = (delegate* unmanaged<IntPtr*, nuint, CudaError>)At("cuMemAlloc_v2");
        Free = (delegate* unmanaged<IntPtr, CudaError>)At("cuMemFree_v2");
        CopyFromHost = (delegate* unmanaged<IntPtr, void*, nuint, IntPtr, CudaError>)At("cuMemcpyHtoDAsync_v2");
        CopyToHost = (delegate* unmanaged<void*, IntPtr, nuint, IntPtr, CudaError>)At("cuMemcpyDtoHAsync_v2");
        Copy = (delegate* unmanaged<IntPtr, IntPtr, nuint, IntPtr, CudaError>)At("cuMemcpyDtoDAsync_v2");
        Fill = (delegate* unmanaged<IntPtr, byte, nuint, IntPtr, CudaError>)At("cuMemsetD8Async");
        CreateStream = (delegate* unmanaged<IntPtr*, uint, CudaError>)At("cuStreamCreate");
        DestroyStream = (delegate* unmanaged<IntPtr, CudaError>)At("cuStreamDestroy_v2");
        SynchronizeStream = (delegate* unmanaged<IntPtr, CudaError>)At("cuStreamSynchronize");
        CreateEvent = (delegate* unmanaged<IntPtr*, uint, CudaError>)At("cuEventCreate");
        DestroyEvent = (delegate* unmanaged<IntPtr, CudaError>)At("cuEventDestroy_v2");
        RecordEvent = (delegate* unmanaged<IntPtr, IntPtr, CudaError>)At("cuEventRecord");
        SynchronizeEvent = (delegate* unmanaged<IntPtr, CudaError>)At("cuEventSynchronize");
        WaitForEvent = (delegate* unmanaged<IntPtr, IntPtr, uint, CudaError>)At("cuStreamWaitEvent");
        GetElapsedTime = (delegate* unmanaged<float*, IntPtr, IntPtr, CudaError>)At("cuEventElapsedTime");
        LoadModule = (delegate* unmanaged<IntPtr*, void*, CudaError>)At("cuModuleLoadData");
        UnloadModule = (delegate* unmanaged<IntPtr, CudaError>)At("cuModuleUnload");
        GetFunction = (delegate* unmanaged<IntPtr*, IntPtr, byte*, CudaError>)At("cuModuleGetFunction");
        GetFunctionAttribute = (delegate* unmanaged<int*, CudaFunctionAttribute, IntPtr, CudaError>)At("cuFuncGetAttribute");
        SetFunctionAttribute = (delegate* unmanaged<IntPtr, CudaFunctionAttribute, int, CudaError>)At("cuFuncSetAttribute");
        Launch = (delegate* unmanaged<IntPtr, uint, uint, uint, uint, uint, uint, uint, IntPtr, void**, void**, CudaError>)At("cuLaunchKernel");
        LaunchCooperatively = (delegate* unmanaged<IntPtr, uint, uint, uint, uint, uint, uint, uint, IntPtr, void**, CudaError>)
            At("cuLaunchCooperativeKernel");
        BeginCapture = (delegate* unmanaged<IntPtr, uint, CudaError>)At("cuStreamBeginCapture_v2");
        EndCapture = (delegate* unmanaged<IntPtr, IntPtr*, CudaError>)At("cuStreamEndCapture");
        InstantiateGraph = (delegate* unmanaged<IntPtr*, IntPtr, ulong, CudaError>)At("cuGraphInstantiateWithFlags");
        LaunchGraph = (delegate* unmanaged<IntPtr, IntPtr, CudaError>)At("cuGraphLaunch");
        DestroyExecutableGraph = (delegate* unmanaged<IntPtr, CudaError>)At("cuGraphExecDestroy");
        DestroyGraph = (delegate* unmanaged<IntPtr, CudaError>)At("cuGraphDestroy");
    }

    /// <summary>The functions of a library, or null where one is missing.</summary>
    public static CudaFunctions? TryLoad(IntPtr library)
    {
        try
        {
            return new(library);
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }
}
