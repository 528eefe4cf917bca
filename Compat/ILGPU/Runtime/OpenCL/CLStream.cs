namespace ILGPU.Runtime.OpenCL;

/// <summary>An in-order queue.</summary>
internal sealed unsafe class CLStream : AcceleratorStream
{
    private readonly CLFunctions _functions;

    public CLStream(CLAccelerator accelerator)
        : base(accelerator)
    {
        _functions = accelerator.Functions;
        CLError error;
        Queue = _functions.CreateCommandQueue(accelerator.ContextHandle, accelerator.Device.DeviceId, 0, &error);
        CLException.ThrowIfFailed(error, $"A new stream of {accelerator.Name}");
    }

    ~CLStream() => Dispose(false);

    /// <summary>The queue's handle.</summary>
    public IntPtr Queue { get; private set; }

    /// <inheritdoc/>
    public override void Synchronize()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        CLException.ThrowIfFailed(_functions.Finish(Queue), $"Waiting for {Accelerator.Name}");
        GC.KeepAlive(this);
    }

    protected override void DisposeAcceleratorObject(bool disposing)
    {
        // Disposing waits; a finaliser must not, and the driver keeps what is queued.
        if (Queue == IntPtr.Zero) return;
        if (disposing) _ = _functions.Finish(Queue);
        _ = _functions.ReleaseCommandQueue(Queue);
        Queue = IntPtr.Zero;
    }
}
