using System.Diagnostics.CodeAnalysis;

namespace ILGPU.Runtime.OpenCL;

/// <summary>
/// Memory of an OpenCL device. OpenCL 1.2 gives a handle, no address; so that a view can be a pointer all the same, a buffer begins at an
/// address that no process has, and a view's distance from it is its offset.
/// </summary>
internal sealed unsafe class CLMemoryBuffer : MemoryBuffer
{
    private static readonly IntPtr Begin = (IntPtr.MaxValue >> 7) + 1;

    private readonly CLFunctions _functions;
    private readonly CLAccelerator _accelerator;

    public CLMemoryBuffer(CLAccelerator accelerator, long length, int elementSize)
        : base(accelerator, length, elementSize)
    {
        _accelerator = accelerator;
        _functions = accelerator.Functions;
        long bytes = Math.Max(1, checked(length * elementSize));
        CLError error;
        Handle = _functions.CreateBuffer(accelerator.ContextHandle, 0, (nuint)bytes, null, &error);
        CLException.ThrowIfFailed(error, $"A buffer of {bytes} bytes on {accelerator.Name}");
        NativePtr = Begin;
        if (!CheckedViews.Enabled) return;

        // Other streams know nothing of this one: they may use the buffer as soon as it is here.
        MemSet(accelerator.DefaultStream, CheckedViews.Unwritten, AsRawArrayView());
        accelerator.DefaultStream.Synchronize();
    }

    ~CLMemoryBuffer() => Dispose(false);

    /// <summary>The driver's handle.</summary>
    public IntPtr Handle { get; private set; }

    protected internal override void MemSet(AcceleratorStream stream, byte value, in ArrayView<byte> targetView)
    {
        if (targetView.Length == 0) return;
        CLException.ThrowIfFailed(
            _functions.EnqueueFill(QueueOf(stream), Handle, &value, 1, Offset(targetView), (nuint)targetView.Length, 0, null, null),
            $"Setting {targetView.Length} bytes");
        GC.KeepAlive(this);
    }

    protected internal override void CopyTo(AcceleratorStream stream, in ArrayView<byte> sourceView, in ArrayView<byte> targetView)
    {
        var queue = QueueOf(stream);
        if (targetView.Buffer?.Storage is not CLMemoryBuffer target || target._accelerator != _accelerator)
        {
            throw new NotSupportedException(
                $"A copy from {_accelerator.Name} to another accelerator goes through the host: CopyToCPU, then CopyFromCPU.");
        }

        if (target.IsDisposed) ThrowDisposed(target);
        if (sourceView.Length == 0) return;
        CLException.ThrowIfFailed(
            _functions.EnqueueCopy(
                queue, Handle, target.Handle, Offset(sourceView), Offset(targetView), (nuint)sourceView.Length, 0, null, null),
            $"A copy of {sourceView.Length} bytes");
        GC.KeepAlive(this);
        GC.KeepAlive(target);
    }

    internal override void CopyToHost(AcceleratorStream stream, in ArrayView<byte> source, Span<byte> target)
    {
        var queue = QueueOf(stream);
        fixed (byte* first = target)
        {
            CLException.ThrowIfFailed(
                _functions.EnqueueRead(queue, Handle, 1, Offset(source), (nuint)target.Length, first, 0, null, null),
                $"A copy of {target.Length} bytes to the host");
        }

        GC.KeepAlive(this);
    }

    internal override void CopyFromHost(AcceleratorStream stream, ReadOnlySpan<byte> source, in ArrayView<byte> target)
    {
        var queue = QueueOf(stream);
        fixed (byte* first = source)
        {
            CLException.ThrowIfFailed(
                _functions.EnqueueWrite(queue, Handle, 1, Offset(target), (nuint)source.Length, first, 0, null, null),
                $"A copy of {source.Length} bytes from the host");
        }

        GC.KeepAlive(this);
    }

    protected override void DisposeAcceleratorObject(bool disposing)
    {
        // The driver keeps the memory until what is queued is done.
        if (Handle != IntPtr.Zero) _ = _functions.ReleaseMemory(Handle);
        Handle = IntPtr.Zero;
        NativePtr = IntPtr.Zero;
    }

    [DoesNotReturn]
    internal static void ThrowDisposed(MemoryBuffer buffer) =>
        throw new ObjectDisposedException(nameof(MemoryBuffer), $"A buffer of {buffer.Length} elements is used after it was disposed.");

    private static nuint Offset(in ArrayView<byte> view) => (nuint)(view.First - (byte*)Begin);

    private IntPtr QueueOf(AcceleratorStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (IsDisposed) ThrowDisposed(this);
        ObjectDisposedException.ThrowIf(stream.IsDisposed, stream);
        return stream is CLStream own && own.Accelerator == _accelerator
            ? own.Queue
            : throw new ArgumentException($"A buffer of {_accelerator.Name} is used on a stream of another accelerator.", nameof(stream));
    }
}
