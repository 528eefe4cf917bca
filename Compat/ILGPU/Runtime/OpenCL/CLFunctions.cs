using System.Runtime.InteropServices;

namespace ILGPU.Runtime.OpenCL;

/// <summary>The functions of OpenCL 1.2 that are used here, with the parameters of the specification.</summary>
internal sealed unsafe class CLFunctions
{
    public readonly delegate* unmanaged<uint, IntPtr*, uint*, CLError> GetPlatformIds;
    public readonly delegate* unmanaged<IntPtr, CLPlatformInfo, nuint, void*, nuint*, CLError> GetPlatformInfo;
    public readonly delegate* unmanaged<IntPtr, ulong, uint, IntPtr*, uint*, CLError> GetDeviceIds;
    public readonly delegate* unmanaged<IntPtr, CLDeviceInfo, nuint, void*, nuint*, CLError> GetDeviceInfo;
    public readonly delegate* unmanaged<IntPtr*, uint, IntPtr*, void*, void*, CLError*, IntPtr> CreateContext;
    public readonly delegate* unmanaged<IntPtr, CLError> ReleaseContext;
    public readonly delegate* unmanaged<IntPtr, IntPtr, ulong, CLError*, IntPtr> CreateCommandQueue;
    public readonly delegate* unmanaged<IntPtr, CLError> ReleaseCommandQueue;
    public readonly delegate* unmanaged<IntPtr, CLError> Finish;
    public readonly delegate* unmanaged<IntPtr, ulong, nuint, void*, CLError*, IntPtr> CreateBuffer;
    public readonly delegate* unmanaged<IntPtr, CLError> ReleaseMemory;
    public readonly delegate* unmanaged<IntPtr, IntPtr, uint, nuint, nuint, void*, uint, IntPtr*, IntPtr*, CLError> EnqueueRead;
    public readonly delegate* unmanaged<IntPtr, IntPtr, uint, nuint, nuint, void*, uint, IntPtr*, IntPtr*, CLError> EnqueueWrite;
    public readonly delegate* unmanaged<IntPtr, IntPtr, IntPtr, nuint, nuint, nuint, uint, IntPtr*, IntPtr*, CLError> EnqueueCopy;
    public readonly delegate* unmanaged<IntPtr, IntPtr, void*, nuint, nuint, nuint, uint, IntPtr*, IntPtr*, CLError> EnqueueFill;
    public readonly delegate* unmanaged<IntPtr, uint, byte**, nuint*, CLError*, IntPtr> CreateProgram;
    public readonly delegate* unmanaged<IntPtr, uint, IntPtr*, nuint*, byte**, CLError*, CLError*, IntPtr> CreateProgramFromBinary;
    public readonly delegate* unmanaged<IntPtr, uint, nuint, void*, nuint*, CLError> GetProgramInfo;
    public readonly delegate* unmanaged<IntPtr, uint, IntPtr*, byte*, void*, void*, CLError> BuildProgram;
    public readonly delegate* unmanaged<IntPtr, IntPtr, uint, nuint, void*, nuint*, CLError> GetBuildInfo;
    public readonly delegate* unmanaged<IntPtr, CLError> ReleaseProgram;
    public readonly delegate* unmanaged<IntPtr, byte*, CLError*, IntPtr> CreateKernel;
    public readonly delegate* unmanaged<IntPtr, CLError> ReleaseKernel;
    public readonly delegate* unmanaged<IntPtr, uint, nuint, void*, CLError> SetArgument;
    public readonly delegate* unmanaged<IntPtr, IntPtr, uint, nuint, void*, nuint*, CLError> GetKernelGroupInfo;
    public readonly delegate* unmanaged<IntPtr, IntPtr, uint, nuint*, nuint*, nuint*, uint, IntPtr*, IntPtr*, CLError> EnqueueKernel;

    private CLFunctions(IntPtr library)
    {
        IntPtr At(string name) => NativeLibrary.GetExport(library, name);
        GetPlatformIds = (delegate* unmanaged<uint, IntPtr*, uint*, CLError>)At("clGetPlatformIDs");
        GetPlatformInfo = (delegate* unmanaged<IntPtr, CLPlatformInfo, nuint, void*, nuint*, CLError>)At("clGetPlatformInfo");
        GetDeviceIds = (delegate* unmanaged<IntPtr, ulong, uint, IntPtr*, uint*, CLError>)At("clGetDeviceIDs");
        GetDeviceInfo = (delegate* unmanaged<IntPtr, CLDeviceInfo, nuint, void*, nuint*, CLError>)At("clGetDeviceInfo");
        CreateContext = (delegate* unmanaged<IntPtr*, uint, IntPtr*, void*, void*, CLError*, IntPtr>)At("clCreateContext");
        ReleaseContext = (delegate* unmanaged<IntPtr, CLError>)At("clReleaseContext");
        CreateCommandQueue = (delegate* unmanaged<IntPtr, IntPtr, ulong, CLError*, IntPtr>)At("clCreateCommandQueue");
        ReleaseCommandQueue = (delegate* unmanaged<IntPtr, CLError>)At("clReleaseCommandQueue");
        Finish = (delegate* unmanaged<IntPtr, CLError>)At("clFinish");
        CreateBuffer = (delegate* unmanaged<IntPtr, ulong, nuint, void*, CLError*, IntPtr>)At("clCreateBuffer");
        ReleaseMemory = (delegate* unmanaged<IntPtr, CLError>)At("clReleaseMemObject");
        EnqueueRead =
            (delegate* unmanaged<IntPtr, IntPtr, uint, nuint, nuint, void*, uint, IntPtr*, IntPtr*, CLError>)At("clEnqueueReadBuffer");
        EnqueueWrite =
            (delegate* unmanaged<IntPtr, IntPtr, uint, nuint, nuint, void*, uint, IntPtr*, IntPtr*, CLError>)At("clEnqueueWriteBuffer");
        EnqueueCopy =
            (delegate* unmanaged<IntPtr, IntPtr, IntPtr, nuint, nuint, nuint, uint, IntPtr*, IntPtr*, CLError>)At("clEnqueueCopyBuffer");
        EnqueueFill =
            (delegate* unmanaged<IntPtr, IntPtr, void*, nuint, nuint, nuint, uint, IntPtr*, IntPtr*, CLError>)At("clEnqueueFillBuffer");
        CreateProgram = (delegate* unmanaged<IntPtr, uint, byte**, nuint*, CLError*, IntPtr>)At("clCreateProgramWithSource");
        CreateProgramFromBinary =
            (delegate* unmanaged<IntPtr, uint, IntPtr*, nuint*, byte**, CLError*, CLError*, IntPtr>)At("clCreateProgramWithBinary");
        GetProgramInfo = (delegate* unmanaged<IntPtr, uint, nuint, void*, nuint*, CLError>)At("clGetProgramInfo");
        BuildProgram = (delegate* unmanaged<IntPtr, uint, IntPtr*, byte*, void*, void*, CLError>)At("clBuildProgram");
        GetBuildInfo = (delegate* unmanaged<IntPtr, IntPtr, uint, nuint, void*, nuint*, CLError>)At("clGetProgramBuildInfo");
        ReleaseProgram = (delegate* unmanaged<IntPtr, CLError>)At("clReleaseProgram");
        CreateKernel = (delegate* unmanaged<IntPtr, byte*, CLError*, IntPtr>)At("clCreateKernel");
        ReleaseKernel = (delegate* unmanaged<IntPtr, CLError>)At("clReleaseKernel");
        SetArgument = (delegate* unmanaged<IntPtr, uint, nuint, void*, CLError>)At("clSetKernelArg");
        GetKernelGroupInfo = (delegate* unmanaged<IntPtr, IntPtr, uint, nuint, void*, nuint*, CLError>)At("clGetKernelWorkGroupInfo");
        EnqueueKernel = (delegate* unmanaged<IntPtr, IntPtr, uint, nuint*, nuint*, nuint*, uint, IntPtr*, IntPtr*, CLError>)
            At("clEnqueueNDRangeKernel");
    }

    /// <summary>The functions of a library, or null where one is missing.</summary>
    public static CLFunctions? TryLoad(IntPtr library, out string missing)
    {
        missing = "";
        try
        {
            return new(library);
        }
        catch (EntryPointNotFoundException error)
        {
            missing = error.Message;
            return null;
        }
    }
}
