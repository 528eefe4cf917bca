namespace ILGPU.Compiler;

/// <summary>The language that a kernel is printed in.</summary>
internal enum Dialect
{
    /// <summary>OpenCL C 1.2.</summary>
    OpenCL,

    /// <summary>CUDA C, without headers.</summary>
    Cuda,
}
