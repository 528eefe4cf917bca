namespace ILGPU.Runtime.Cuda;

/// <summary>What a function of the CUDA driver says when it fails, by the codes of the driver's interface.</summary>
public enum CudaError
{
    /// <summary>No error.</summary>
    CUDA_SUCCESS = 0,

    /// <summary>A value outside of what is allowed.</summary>
    CUDA_ERROR_INVALID_VALUE = 1,

    /// <summary>The device has no more memory.</summary>
    CUDA_ERROR_OUT_OF_MEMORY = 2,

    /// <summary>The driver was not started.</summary>
    CUDA_ERROR_NOT_INITIALIZED = 3,

    /// <summary>The process is ending.</summary>
    CUDA_ERROR_DEINITIALIZED = 4,

    /// <summary>The library is a stub that stands in for the driver while programs are linked.</summary>
    CUDA_ERROR_STUB_LIBRARY = 34,

    /// <summary>Another process has the device for itself.</summary>
    CUDA_ERROR_DEVICE_UNAVAILABLE = 46,

    /// <summary>There is no device.</summary>
    CUDA_ERROR_NO_DEVICE = 100,

    /// <summary>Not a valid device.</summary>
    CUDA_ERROR_INVALID_DEVICE = 101,

    /// <summary>A compiled kernel is damaged.</summary>
    CUDA_ERROR_INVALID_IMAGE = 200,

    /// <summary>No context is current, or not a valid one.</summary>
    CUDA_ERROR_INVALID_CONTEXT = 201,

    /// <summary>A compiled kernel is for another architecture.</summary>
    CUDA_ERROR_NO_BINARY_FOR_GPU = 209,

    /// <summary>The memory of the device has an error that can't be corrected.</summary>
    CUDA_ERROR_ECC_UNCORRECTABLE = 214,

    /// <summary>The driver can't compile the PTX.</summary>
    CUDA_ERROR_INVALID_PTX = 218,

    /// <summary>The PTX is newer than the driver.</summary>
    CUDA_ERROR_UNSUPPORTED_PTX_VERSION = 222,

    /// <summary>The operating system refuses.</summary>
    CUDA_ERROR_OPERATING_SYSTEM = 304,

    /// <summary>Not a valid handle.</summary>
    CUDA_ERROR_INVALID_HANDLE = 400,

    /// <summary>There is nothing of that name.</summary>
    CUDA_ERROR_NOT_FOUND = 500,

    /// <summary>What was asked about is not done yet.</summary>
    CUDA_ERROR_NOT_READY = 600,

    /// <summary>A kernel read or wrote outside of any buffer.</summary>
    CUDA_ERROR_ILLEGAL_ADDRESS = 700,

    /// <summary>A group needs more registers or shared memory than there is.</summary>
    CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES = 701,

    /// <summary>A kernel took longer than the system allows.</summary>
    CUDA_ERROR_LAUNCH_TIMEOUT = 702,

    /// <summary>The context is gone.</summary>
    CUDA_ERROR_CONTEXT_IS_DESTROYED = 709,

    /// <summary>A kernel's assertion failed.</summary>
    CUDA_ERROR_ASSERT = 710,

    /// <summary>A kernel ran an instruction that the device has not.</summary>
    CUDA_ERROR_ILLEGAL_INSTRUCTION = 715,

    /// <summary>A kernel read or wrote at an address that is no multiple of the element's size.</summary>
    CUDA_ERROR_MISALIGNED_ADDRESS = 716,

    /// <summary>A kernel failed while it ran.</summary>
    CUDA_ERROR_LAUNCH_FAILED = 719,

    /// <summary>The groups of a cooperative launch don't fit on the device at once.</summary>
    CUDA_ERROR_COOPERATIVE_LAUNCH_TOO_LARGE = 720,

    /// <summary>That is not permitted.</summary>
    CUDA_ERROR_NOT_PERMITTED = 800,

    /// <summary>The device or driver can't do that.</summary>
    CUDA_ERROR_NOT_SUPPORTED = 801,

    /// <summary>The driver does not fit its part in the system's kernel.</summary>
    CUDA_ERROR_SYSTEM_DRIVER_MISMATCH = 803,

    /// <summary>That can't be recorded.</summary>
    CUDA_ERROR_STREAM_CAPTURE_UNSUPPORTED = 900,

    /// <summary>Something else spoilt the recording.</summary>
    CUDA_ERROR_STREAM_CAPTURE_INVALIDATED = 901,

    /// <summary>The driver does not know what went wrong.</summary>
    CUDA_ERROR_UNKNOWN = 999,
}
