using ILGPU;

namespace GpuJazz.Launching;

/// <summary>Kernels as they were compiled: the package does not show them.</summary>
public static class KernelDumps
{
    /// <summary>Whether kernels can be written.</summary>
    public static bool AreAvailable => false;

    /// <summary>Does nothing.</summary>
    /// <param name="builder">The settings of a context.</param>
    /// <param name="folder">Not used.</param>
    /// <returns>The same settings.</returns>
    public static Context.Builder DumpKernels(this Context.Builder builder, string? folder) => builder;
}
