using ILGPU.Runtime.CPU;

namespace ILGPU.Runtime;

/// <summary>An accelerator whose driver takes compiled kernels and queues their launches.</summary>
internal interface IKernelQueue<TFlat, TCompiled>
    where TFlat : FlatArguments
    where TCompiled : class, ICompiledKernel<TFlat>
{
    /// <summary>The kernels compiled so far.</summary>
    CompiledKernels<TCompiled> Kernels { get; }

    /// <summary>The work-items of a group where neither kernel nor launch says how many.</summary>
    int PreferredGroupSize { get; }

    /// <summary>An object for the arguments of one launch at a time.</summary>
    /// <param name="kernel">The kernel's name, for messages.</param>
    TFlat NewArguments(string kernel);

    /// <summary>Compiles a kernel.</summary>
    /// <param name="source">The kernel as it was written.</param>
    /// <param name="specializedValues">The numbers of its specialised parameters.</param>
    TCompiled Compile(KernelSource source, IReadOnlyList<object> specializedValues);
}

/// <summary>A kernel that a driver has compiled, for one set of specialised values.</summary>
internal interface ICompiledKernel<in TFlat> : IDisposable
    where TFlat : FlatArguments
{
    /// <summary>The most work-items of a group of this kernel, which may be fewer than the device has.</summary>
    int MaxGroupSize { get; }

    /// <summary>Queues a launch.</summary>
    /// <param name="stream">The queue.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="shape">The geometry.</param>
    /// <param name="extent">The extent of an implicitly grouped kernel.</param>
    void Launch(AcceleratorStream stream, TFlat arguments, in LaunchShape shape, in Index3D extent);
}
