using GpuJazz.Launching;

namespace ILGPU.Runtime;

/// <summary>A queue of launches and copies, done in the order in which they were asked for.</summary>
public abstract class AcceleratorStream : AcceleratorObject
{
    /// <summary>A stream of an accelerator.</summary>
    protected AcceleratorStream(Accelerator accelerator)
        : base(accelerator)
    {
    }

    /// <summary>Waits until all that was asked for is done.</summary>
    public abstract void Synchronize();

    /// <summary>The same without blocking.</summary>
    public Task SynchronizeAsync() => Task.Run(Synchronize);

    /// <summary>Adds a marker, to measure time. The context must have been made with <see cref="Context.Builder.Profiling"/>.</summary>
    public ProfilingMarker AddProfilingMarker() => Accelerator.Context.EnablesProfiling
        ? AddProfilingMarkerInternal()
        : throw new NotSupportedException("Markers need a context that is made with builder.Profiling().");

    /// <summary>Records launches, to be launched again and again.</summary>
    internal virtual RecordedLaunches Record(Action launches) => new RepeatedLaunches(launches);

    /// <summary>Launches that need only what was asked for before; what is asked for after them, up to a <see cref="Join"/>, doesn't need them.</summary>
    internal virtual void Beside(Action launches) => launches();

    /// <summary>What is asked for from now on needs what was launched beside.</summary>
    internal virtual void Join()
    {
        // One after the other, all is joined.
    }

    /// <summary>Adds a marker.</summary>
    protected virtual ProfilingMarker AddProfilingMarkerInternal() => new HostProfilingMarker(this);
}
