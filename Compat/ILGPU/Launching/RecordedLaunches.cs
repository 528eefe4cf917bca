namespace GpuJazz.Launching;

/// <summary>Launches that were recorded once and can be launched again and again, at less cost than one by one.</summary>
public abstract class RecordedLaunches : IDisposable
{
    /// <summary>Queues all of them again, with the arguments that they were recorded with. Their buffers must still be there.</summary>
    public abstract void Launch();

    /// <summary>Gives back what they hold.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what they hold.</summary>
    protected virtual void Dispose(bool disposing)
    {
        // Nothing, unless a driver has them.
    }
}

/// <summary>Launches that are just asked for again, where a driver can't record them.</summary>
internal sealed class RepeatedLaunches(Action launches) : RecordedLaunches
{
    public override void Launch() => launches();
}
