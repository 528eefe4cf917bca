using System.Diagnostics.CodeAnalysis;

namespace ILGPU.Runtime;

/// <summary>A point in a stream whose time is taken when the stream gets there.</summary>
public abstract class ProfilingMarker : AcceleratorObject
{
    /// <summary>A marker of an accelerator.</summary>
    protected ProfilingMarker(Accelerator accelerator)
        : base(accelerator)
    {
    }

    /// <summary>Waits until the stream got there.</summary>
    public abstract void Synchronize();

    /// <summary>The time from another marker to this one. Waits for both.</summary>
    public abstract TimeSpan MeasureFrom(ProfilingMarker marker);

    /// <summary>The time between two markers. Waits for both.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "MeasureFrom is the named form, as in the package.")]
    public static TimeSpan operator -(ProfilingMarker end, ProfilingMarker start)
    {
        ArgumentNullException.ThrowIfNull(end);
        return end.MeasureFrom(start);
    }
}

/// <summary>A marker where the host takes the time, once the stream is done with what was asked for before.</summary>
internal sealed class HostProfilingMarker : ProfilingMarker
{
    private readonly long _ticks;

    public HostProfilingMarker(AcceleratorStream stream)
        : base(stream.Accelerator)
    {
        stream.Synchronize();
        _ticks = System.Diagnostics.Stopwatch.GetTimestamp();
    }

    public override void Synchronize()
    {
        // It was waited for when the marker was made.
    }

    public override TimeSpan MeasureFrom(ProfilingMarker marker) => marker is HostProfilingMarker start
        ? System.Diagnostics.Stopwatch.GetElapsedTime(start._ticks, _ticks)
        : throw new ArgumentException("Markers of different kinds of accelerators can't be compared.", nameof(marker));

    protected override void DisposeAcceleratorObject(bool disposing)
    {
        // It holds nothing.
    }
}

/// <summary>Markers without naming a stream.</summary>
public static class ProfilingMarkers
{
    /// <summary>Adds a marker to the default stream.</summary>
    public static ProfilingMarker AddProfilingMarker(this Accelerator accelerator) => accelerator.DefaultStream.AddProfilingMarker();
}
