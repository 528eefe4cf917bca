namespace ILGPU;

/// <summary>Something that only a kernel can do was done outside of one.</summary>
public sealed class InvalidKernelOperationException : InvalidOperationException
{
    /// <summary>The error, with a message that says so.</summary>
    public InvalidKernelOperationException()
        : base("This operation can only be called from a kernel.")
    {
    }
}
