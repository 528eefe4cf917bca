namespace ILGPU.Runtime;

/// <summary>An error that an accelerator's driver or compiler reports.</summary>
public abstract class AcceleratorException : Exception
{
    /// <summary>An error without a message of its own.</summary>
    protected AcceleratorException()
    {
    }

    /// <summary>An error.</summary>
    protected AcceleratorException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    protected AcceleratorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The kind of the accelerator.</summary>
    public abstract AcceleratorType AcceleratorType { get; }
}
