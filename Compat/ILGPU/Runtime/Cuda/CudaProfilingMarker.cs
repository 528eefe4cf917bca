namespace ILGPU.Runtime.Cuda;

/// <summary>An event of the driver: it measures on the device itself.</summary>
internal sealed unsafe class CudaProfilingMarker : ProfilingMarker
{
    private readonly CudaAccelerator _accelerator;
    private IntPtr _event;

    public CudaProfilingMarker(CudaAccelerator accelerator, CudaStream stream)
        : base(accelerator)
    {
        _accelerator = accelerator;
        accelerator.Bind();
        IntPtr handle;
        CudaException.ThrowIfFailed(accelerator.Functions.CreateEvent(&handle, 0), $"A marker of {accelerator.Name}");
        _event = handle;
        CudaException.ThrowIfFailed(accelerator.Functions.RecordEvent(handle, stream.StreamPtr), $"A marker of {accelerator.Name}");
    }

    ~CudaProfilingMarker() => Dispose(false);

    public override void Synchronize()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        _accelerator.Bind();
        CudaException.ThrowIfFailed(_accelerator.Functions.SynchronizeEvent(_event), $"Waiting for {_accelerator.Name}");
        GC.KeepAlive(this);
    }

    public override TimeSpan MeasureFrom(ProfilingMarker marker)
    {
        if (marker is not CudaProfilingMarker start || start._accelerator != _accelerator)
            throw new ArgumentException($"A marker of {_accelerator.Name} is compared with one of another accelerator.", nameof(marker));
        start.Synchronize();
        Synchronize();
        float milliseconds;
        CudaException.ThrowIfFailed(
            _accelerator.Functions.GetElapsedTime(&milliseconds, start._event, _event), $"Measuring on {_accelerator.Name}");
        GC.KeepAlive(this);
        GC.KeepAlive(start);
        return TimeSpan.FromMilliseconds(milliseconds);
    }

    protected override void DisposeAcceleratorObject(bool disposing)
    {
        if (_event == IntPtr.Zero) return;
        if (_accelerator.Functions.SetCurrent(_accelerator.Device.ContextHandle) == CudaError.CUDA_SUCCESS)
            _ = _accelerator.Functions.DestroyEvent(_event);
        _event = IntPtr.Zero;
    }
}
