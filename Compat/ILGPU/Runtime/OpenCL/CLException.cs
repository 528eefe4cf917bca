namespace ILGPU.Runtime.OpenCL;

/// <summary>An error that an OpenCL driver or its compiler reports.</summary>
public sealed class CLException : AcceleratorException
{
    /// <summary>An error.</summary>
    public CLException(CLError errorCode)
        : this($"OpenCL reports {errorCode}.", errorCode)
    {
    }

    /// <summary>An error with a message.</summary>
    public CLException(string message)
        : this(message, CLError.CL_INVALID_OPERATION)
    {
    }

    /// <summary>An error with a message and its cause.</summary>
    public CLException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal CLException(string message, CLError errorCode)
        : base(message) => Error = errorCode;

    /// <summary>The error's code.</summary>
    public CLError Error { get; }

    /// <inheritdoc/>
    public override AcceleratorType AcceleratorType => AcceleratorType.OpenCL;

    /// <summary>Throws unless a status is success.</summary>
    public static void ThrowIfFailed(CLError clStatus)
    {
        if (clStatus != CLError.CL_SUCCESS) throw new CLException(clStatus);
    }

    /// <summary>Throws unless a status is success.</summary>
    /// <param name="status">The status.</param>
    /// <param name="what">What was tried, as a subject: "A copy of 4 bytes".</param>
    internal static void ThrowIfFailed(CLError status, string what)
    {
        if (status != CLError.CL_SUCCESS) throw new CLException($"{what} failed: OpenCL reports {status}.", status);
    }
}
