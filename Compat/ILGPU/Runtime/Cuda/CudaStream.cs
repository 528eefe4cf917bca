using GpuJazz.Launching;

namespace ILGPU.Runtime.Cuda;

/// <summary>How a stream stands to the driver's own stream of all.</summary>
[Flags]
public enum StreamFlags
{
    /// <summary>It waits for it.</summary>
    CU_STREAM_DEFAULT = 0,

    /// <summary>It does not.</summary>
    CU_STREAM_NON_BLOCKING = 1,
}

/// <summary>An in-order queue.</summary>
public sealed unsafe class CudaStream : AcceleratorStream
{
    [ThreadStatic]
    private static CudaRecording? _recording;

    private IntPtr _queue;
    private readonly CudaAccelerator _accelerator;
    private readonly CudaFunctions _functions;

    internal CudaStream(CudaAccelerator accelerator, StreamFlags flags)
        : base(accelerator)
    {
        _accelerator = accelerator;
        _functions = accelerator.Functions;
        _queue = NewQueue((uint)flags);
    }

    /// <summary>Gives the queue back.</summary>
    ~CudaStream() => Dispose(false);

    /// <summary>The driver's handle; while a thread records, that of its recording.</summary>
    public IntPtr StreamPtr => _recording?.Stream == this ? _recording.Queue : _queue;

    /// <inheritdoc/>
    public override void Synchronize()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        _accelerator.Bind();
        var status = _functions.SynchronizeStream(StreamPtr);
        if (status != CudaError.CUDA_SUCCESS) CudaException.ThrowIfFailed(status, $"Waiting for {Accelerator.Name}");
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    protected override ProfilingMarker AddProfilingMarkerInternal() => new CudaProfilingMarker(_accelerator, this);

    internal override RecordedLaunches Record(Action launches)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        var before = _recording;
        var recording = new CudaRecording(this, _accelerator);
        (CudaError Status, IntPtr Graph) result;
        try
        {
            _recording = recording;
            launches();
            recording.Join();
        }
        finally
        {
            // Whatever happened, the stream is to be of use again.
            _recording = before;
            result = recording.End();
        }

        CudaException.ThrowIfFailed(result.Status, $"Recording on {Accelerator.Name}");
        return new CudaRecordedLaunches(_accelerator, this, result.Graph);
    }

    internal override void Beside(Action launches)
    {
        if (_recording?.Stream == this) _recording.Beside(launches);
        else launches();
    }

    internal override void Join()
    {
        if (_recording?.Stream == this) _recording.Join();
    }

    private IntPtr NewQueue(uint flags)
    {
        _accelerator.Bind();
        IntPtr queue;
        CudaException.ThrowIfFailed(_functions.CreateStream(&queue, flags), $"A new stream of {_accelerator.Name}");
        return queue;
    }

    /// <inheritdoc/>
    protected override void DisposeAcceleratorObject(bool disposing)
    {
        // The driver goes on with what is queued; disposing waits for it, a finaliser must not.
        if (_queue == IntPtr.Zero) return;
        if (_functions.SetCurrent(_accelerator.Device.ContextHandle) == CudaError.CUDA_SUCCESS)
        {
            if (disposing) _ = _functions.SynchronizeStream(_queue);
            _ = _functions.DestroyStream(_queue);
        }

        _queue = IntPtr.Zero;
    }
}
