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
    // Only this thread's calls on this stream are recorded, and whatever else goes on is left alone.
    private const uint RelaxedCapture = 2;

    private readonly CudaAccelerator _accelerator;
    private readonly CudaFunctions _functions;

    internal CudaStream(CudaAccelerator accelerator, StreamFlags flags)
        : base(accelerator)
    {
        _accelerator = accelerator;
        _functions = accelerator.Functions;
        accelerator.Bind();
        IntPtr stream;
        CudaException.ThrowIfFailed(_functions.CreateStream(&stream, (uint)flags), $"A new stream of {accelerator.Name}");
        StreamPtr = stream;
    }

    /// <summary>Gives the queue back.</summary>
    ~CudaStream() => Dispose(false);

    /// <summary>The driver's handle.</summary>
    public IntPtr StreamPtr { get; private set; }

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
        _accelerator.Bind();
        CudaException.ThrowIfFailed(_functions.BeginCapture(StreamPtr, RelaxedCapture), $"Recording on {Accelerator.Name}");
        IntPtr graph;
        CudaError status;
        try
        {
            launches();
        }
        finally
        {
            // Whatever happened, the stream is to be of use again.
            _accelerator.Bind();
            status = _functions.EndCapture(StreamPtr, &graph);
        }

        CudaException.ThrowIfFailed(status, $"Recording on {Accelerator.Name}");
        return new CudaRecordedLaunches(_accelerator, this, graph);
    }

    /// <inheritdoc/>
    protected override void DisposeAcceleratorObject(bool disposing)
    {
        // The driver goes on with what is queued; disposing waits for it, a finaliser must not.
        if (StreamPtr == IntPtr.Zero) return;
        if (_functions.SetCurrent(_accelerator.Device.ContextHandle) == CudaError.CUDA_SUCCESS)
        {
            if (disposing) _ = _functions.SynchronizeStream(StreamPtr);
            _ = _functions.DestroyStream(StreamPtr);
        }

        StreamPtr = IntPtr.Zero;
    }
}
