using GpuJazz.Launching;

namespace ILGPU.Runtime;

/// <summary>A kernel that is ready for launches on an accelerator.</summary>
/// <typeparam name="TIndex">What a launch is given: <see cref="KernelConfig"/>, or the extent of an implicitly grouped kernel.</typeparam>
/// <typeparam name="TArguments">The arguments.</typeparam>
internal abstract class LoadedKernel<TIndex, TArguments>(Accelerator accelerator, KernelSource source)
    where TIndex : struct, IIndex
    where TArguments : struct, IKernelArguments
{
    // On other accelerators, a group that waits for one that has not begun would wait for ever.
    private readonly bool _isOneGroupOnly =
        source.Method.IsDefined(typeof(CooperativeLaunchAttribute), false) && !accelerator.RunsAllGroupsAtOnce();

    private readonly ViewNames<TArguments>? _names = CheckedViews.Enabled ? new(source) : null;

    /// <summary>The kernel as it was written.</summary>
    protected KernelSource Source { get; } = source;

    /// <summary>Launches on the default stream.</summary>
    public void Launch(in TIndex index, in TArguments arguments) => Launch(accelerator.DefaultStream, index, arguments);

    /// <summary>Launches on a stream.</summary>
    public void Launch(AcceleratorStream stream, in TIndex index, in TArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(stream);
        accelerator.ThrowIfDisposed();
        if (stream.Accelerator != accelerator)
            throw new ArgumentException($"Kernel {Source.Name} is launched on a stream of another accelerator.", nameof(stream));
        ObjectDisposedException.ThrowIf(stream.IsDisposed, stream);
        if (_isOneGroupOnly && index is KernelConfig { GridDim.LongSize: > 1 })
        {
            throw new NotSupportedException(
                $"The groups of kernel {Source.Name} wait for each other, and {accelerator.Name} does not run all of a launch at once; launch one group.");
        }

        if (CheckedViews.Enabled)
            Run(stream, index, _names!.Apply(arguments));
        else
            Run(stream, index, arguments);
    }

    /// <summary>Runs the kernel, or queues it on the stream. Allocates nothing once warm.</summary>
    protected abstract void Run(AcceleratorStream stream, in TIndex index, in TArguments arguments);
}
