namespace ILGPU.Runtime;

/// <summary>Something that belongs to an accelerator and is disposed with it.</summary>
public abstract class AcceleratorObject : IDisposable
{
    private int _disposed;

    /// <summary>An object of an accelerator.</summary>
    protected AcceleratorObject(Accelerator accelerator)
    {
        Accelerator = accelerator;
        accelerator.Register(this);
    }

    /// <summary>The accelerator.</summary>
    public Accelerator Accelerator { get; }

    /// <summary>The kind of the accelerator.</summary>
    public AcceleratorType AcceleratorType => Accelerator.AcceleratorType;

    /// <summary>Whether it was disposed, by itself or with its accelerator.</summary>
    public bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    /// <summary>Gives back what it holds. A second call does nothing.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what it holds, once.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0) DisposeAcceleratorObject(disposing);
    }

    /// <summary>Gives back what it holds.</summary>
    protected abstract void DisposeAcceleratorObject(bool disposing);
}
