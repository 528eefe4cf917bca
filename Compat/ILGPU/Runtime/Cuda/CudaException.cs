namespace ILGPU.Runtime.Cuda;

/// <summary>An error that the CUDA driver or its compiler reports.</summary>
public sealed class CudaException : AcceleratorException
{
    /// <summary>An error without a message of its own.</summary>
    public CudaException()
    {
    }

    /// <summary>An error.</summary>
    public CudaException(CudaError error)
        : this($"CUDA reports {error}.", error.ToString())
    {
    }

    /// <summary>An error with a message.</summary>
    public CudaException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and its cause.</summary>
    public CudaException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal CudaException(string message, string error)
        : base(message) => Error = error;

    /// <summary>The error's name.</summary>
    public string Error { get; } = "N/A";

    /// <inheritdoc/>
    public override AcceleratorType AcceleratorType => AcceleratorType.Cuda;

    /// <summary>Throws unless a status is success.</summary>
    public static void ThrowIfFailed(CudaError cudaStatus)
    {
        if (cudaStatus != CudaError.CUDA_SUCCESS) throw new CudaException(cudaStatus);
    }

    /// <summary>Throws unless a status is success.</summary>
    /// <param name="status">The status.</param>
    /// <param name="what">What was tried, as a subject: "A copy of 4 bytes".</param>
    internal static void ThrowIfFailed(CudaError status, string what)
    {
        if (status != CudaError.CUDA_SUCCESS)
            throw new CudaException($"{what} failed: CUDA reports {status}{Because(status)}.", status.ToString());
    }

    // Such errors come to light with whatever is asked for next.
    private static string Because(CudaError status) => status switch
    {
        CudaError.CUDA_ERROR_ILLEGAL_ADDRESS or CudaError.CUDA_ERROR_MISALIGNED_ADDRESS =>
            ": a kernel that was launched before read or wrote outside of its buffers, and the device is lost to this process",
        CudaError.CUDA_ERROR_LAUNCH_FAILED or CudaError.CUDA_ERROR_ILLEGAL_INSTRUCTION or CudaError.CUDA_ERROR_ASSERT
            or CudaError.CUDA_ERROR_LAUNCH_TIMEOUT =>
            ": a kernel that was launched before failed, and the device is lost to this process",
        CudaError.CUDA_ERROR_COOPERATIVE_LAUNCH_TOO_LARGE => ": its groups don't fit on the device at once; launch fewer",
        CudaError.CUDA_ERROR_STREAM_CAPTURE_UNSUPPORTED or CudaError.CUDA_ERROR_STREAM_CAPTURE_INVALIDATED =>
            ": only launches, and copies and settings on the device, can be recorded",
        _ => "",
    };
}
