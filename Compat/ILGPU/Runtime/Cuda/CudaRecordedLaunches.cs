using GpuJazz.Launching;

namespace ILGPU.Runtime.Cuda;

/// <summary>A CUDA graph: the driver takes all its launches at once.</summary>
internal sealed unsafe class CudaRecordedLaunches : RecordedLaunches
{
    private readonly CudaAccelerator _accelerator;
    private readonly CudaStream _stream;
    private IntPtr _executable;

    public CudaRecordedLaunches(CudaAccelerator accelerator, CudaStream stream, IntPtr graph)
    {
        _accelerator = accelerator;
        _stream = stream;
        IntPtr executable;
        var status = accelerator.Functions.InstantiateGraph(&executable, graph, 0);
        _ = accelerator.Functions.DestroyGraph(graph);
        CudaException.ThrowIfFailed(status, $"Making a graph for {accelerator.Name}");
        _executable = executable;
    }

    public override void Launch()
    {
        ObjectDisposedException.ThrowIf(_executable == IntPtr.Zero, this);
        ObjectDisposedException.ThrowIf(_stream.IsDisposed, _stream);
        _accelerator.Bind();
        var status = _accelerator.Functions.LaunchGraph(_executable, _stream.StreamPtr);
        if (status != CudaError.CUDA_SUCCESS) CudaException.ThrowIfFailed(status, $"Launching what was recorded for {_accelerator.Name}");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || _executable == IntPtr.Zero) return;
        if (_accelerator.Functions.SetCurrent(_accelerator.Device.ContextHandle) == CudaError.CUDA_SUCCESS)
            _ = _accelerator.Functions.DestroyExecutableGraph(_executable);
        _executable = IntPtr.Zero;
    }
}
