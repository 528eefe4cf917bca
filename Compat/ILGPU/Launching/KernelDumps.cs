using ILGPU;

namespace GpuJazz.Launching;

/// <summary>Kernels as they were compiled, for people to read. The package has no such thing.</summary>
public static class KernelDumps
{
    /// <summary>Whether kernels can be written.</summary>
    public static bool AreAvailable => true;

    /// <summary>Writes each kernel when it is compiled: OpenCL C, CUDA C, or a listing of the vector code of the CPU.</summary>
    /// <param name="builder">The settings of a context.</param>
    /// <param name="folder">The folder, which is made if it is not there; null for none.</param>
    /// <returns>The same settings.</returns>
    public static Context.Builder DumpKernels(this Context.Builder builder, string? folder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.DumpInto(folder);
        return builder;
    }
}
