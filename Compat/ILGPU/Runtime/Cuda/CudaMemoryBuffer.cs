using System.Diagnostics.CodeAnalysis;

namespace ILGPU.Runtime.Cuda;

/// <summary>Memory of a CUDA device.</summary>
internal sealed unsafe class CudaMemoryBuffer : MemoryBuffer
{
    private readonly CudaFunctions _functions;
    private readonly CudaAccelerator _accelerator;

    public CudaMemoryBuffer(CudaAccelerator accelerator, long length, int elementSize)
        : base(accelerator, length, elementSize)
    {
        _accelerator = accelerator;
        _functions = accelerator.Functions;
        long bytes = Math.Max(1, checked(length * elementSize));
        accelerator.Bind();
        IntPtr address;
        var status = _functions.Allocate(&address, (nuint)bytes);
        if (status == CudaError.CUDA_ERROR_OUT_OF_MEMORY)
        {
            throw new CudaException(
                $"A buffer of {bytes} bytes failed: {accelerator.Name} has {accelerator.GetFreeMemory()} of its {accelerator.MemorySize} "
                + $"bytes free (CUDA reports {status}).",
                status.ToString());
        }

        CudaException.ThrowIfFailed(status, $"A buffer of {bytes} bytes on {accelerator.Name}");
        NativePtr = address;
        if (!CheckedViews.Enabled) return;

        // Other streams know nothing of this one: they may use the buffer as soon as it is here.
        MemSet(accelerator.DefaultStream, CheckedViews.Unwritten, AsRawArrayView());
        accelerator.DefaultStream.Synchronize();
    }

    ~CudaMemoryBuffer() => Dispose(false);

    protected internal override void MemSet(AcceleratorStream stream, byte value, in ArrayView<byte> targetView)
    {
        if (targetView.Length == 0) return;
        var queue = QueueOf(stream);
        var status = _functions.Fill((IntPtr)targetView.First, value, (nuint)targetView.Length, queue);
        if (status != CudaError.CUDA_SUCCESS) CudaException.ThrowIfFailed(status, $"Setting {targetView.Length} bytes");
        GC.KeepAlive(this);
    }

    protected internal override void CopyTo(AcceleratorStream stream, in ArrayView<byte> sourceView, in ArrayView<byte> targetView)
    {
        var queue = QueueOf(stream);
        if (targetView.Buffer?.Storage is not CudaMemoryBuffer target || target._accelerator != _accelerator)
        {
            throw new NotSupportedException(
                $"A copy from {_accelerator.Name} to another accelerator goes through the host: CopyToCPU, then CopyFromCPU.");
        }

        if (target.IsDisposed) ThrowDisposed(target);
        if (sourceView.Length == 0) return;
        var status = _functions.Copy((IntPtr)targetView.First, (IntPtr)sourceView.First, (nuint)sourceView.Length, queue);
        if (status != CudaError.CUDA_SUCCESS) CudaException.ThrowIfFailed(status, $"A copy of {sourceView.Length} bytes");
        GC.KeepAlive(this);
        GC.KeepAlive(target);
    }

    internal override void CopyToHost(AcceleratorStream stream, in ArrayView<byte> source, Span<byte> target)
    {
        var queue = QueueOf(stream);
        fixed (byte* first = target)
        {
            // What is on the host may move once it is not pinned any more.
            var status = _functions.CopyToHost(first, (IntPtr)source.First, (nuint)target.Length, queue);
            if (status == CudaError.CUDA_SUCCESS) status = _functions.SynchronizeStream(queue);
            if (status != CudaError.CUDA_SUCCESS) CudaException.ThrowIfFailed(status, $"A copy of {target.Length} bytes to the host");
        }

        GC.KeepAlive(this);
    }

    internal override void CopyFromHost(AcceleratorStream stream, ReadOnlySpan<byte> source, in ArrayView<byte> target)
    {
        var queue = QueueOf(stream);
        fixed (byte* first = source)
        {
            var status = _functions.CopyFromHost((IntPtr)target.First, first, (nuint)source.Length, queue);
            if (status == CudaError.CUDA_SUCCESS) status = _functions.SynchronizeStream(queue);
            if (status != CudaError.CUDA_SUCCESS) CudaException.ThrowIfFailed(status, $"A copy of {source.Length} bytes from the host");
        }

        GC.KeepAlive(this);
    }

    protected override void DisposeAcceleratorObject(bool disposing)
    {
        // The driver waits for what is queued before it gives the memory back.
        if (NativePtr != IntPtr.Zero && _functions.SetCurrent(_accelerator.Device.ContextHandle) == CudaError.CUDA_SUCCESS)
            _ = _functions.Free(NativePtr);
        NativePtr = IntPtr.Zero;
    }

    [DoesNotReturn]
    internal static void ThrowDisposed(MemoryBuffer buffer) =>
        throw new ObjectDisposedException(nameof(MemoryBuffer), $"A buffer of {buffer.Length} elements is used after it was disposed.");

    private IntPtr QueueOf(AcceleratorStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (IsDisposed) ThrowDisposed(this);
        ObjectDisposedException.ThrowIf(stream.IsDisposed, stream);
        if (stream is not CudaStream own || own.Accelerator != _accelerator)
            throw new ArgumentException($"A buffer of {_accelerator.Name} is used on a stream of another accelerator.", nameof(stream));
        _accelerator.Bind();
        return own.StreamPtr;
    }
}
