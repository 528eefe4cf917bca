namespace GpuJazz.Model;

/// <summary>What the ILGPU that this build is made with can reach at all.</summary>
internal static class BackEnds
{
    /// <summary>Whether kernels can be run on a kind of accelerator, if there is one.</summary>
    /// <param name="kind">The kind.</param>
#if USE_PACKAGES
    public static bool Has(AcceleratorChoice kind) => true;
#else
    public static bool Has(AcceleratorChoice kind) => kind is AcceleratorChoice.Auto or AcceleratorChoice.Cpu;
#endif
}
