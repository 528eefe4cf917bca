namespace ILGPU.Runtime;

/// <summary>The kind of an accelerator.</summary>
public enum AcceleratorType
{
    /// <summary>The processor's own cores.</summary>
    CPU,

    /// <summary>A CUDA device.</summary>
    Cuda,

    /// <summary>An OpenCL device.</summary>
    OpenCL,
}
