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
}
