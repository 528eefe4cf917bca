namespace ILGPU.Runtime;

/// <summary>Memory of an accelerator with the view of all of it.</summary>
/// <typeparam name="TView">The view.</typeparam>
public class MemoryBuffer<TView> : MemoryBuffer
    where TView : struct, IArrayView
{
    private readonly TView _view;

    /// <summary>A buffer around the memory behind a view.</summary>
    protected internal MemoryBuffer(Accelerator accelerator, in TView view)
        : base(accelerator, view.Length, view.ElementSize)
    {
        _view = view;
        NativePtr = view.Buffer.NativePtr;
    }

    /// <summary>The view of all of it. A disposed buffer has none: <see cref="ObjectDisposedException"/>.</summary>
    public TView View
    {
        get
        {
            if (IsDisposed || _view.Buffer.IsDisposed)
            {
                throw new ObjectDisposedException(nameof(MemoryBuffer), $"A buffer of {Length} elements is used after it was disposed.");
            }

            return _view;
        }
    }

    /// <summary>Whether it can still be used.</summary>
    public bool IsValid => !IsDisposed;

    internal override MemoryBuffer Storage => _view.Buffer;

    /// <summary>The view of all of it.</summary>
    public TView ToArrayView() => View;

    /// <inheritdoc/>
    protected internal override void MemSet(AcceleratorStream stream, byte value, in ArrayView<byte> targetView) =>
        View.Buffer.MemSet(stream, value, targetView);

    /// <inheritdoc/>
    protected internal override void CopyTo(AcceleratorStream stream, in ArrayView<byte> sourceView, in ArrayView<byte> targetView) =>
        View.Buffer.CopyTo(stream, sourceView, targetView);

    internal override void CopyToHost(AcceleratorStream stream, in ArrayView<byte> source, Span<byte> target) =>
        View.Buffer.CopyToHost(stream, source, target);

    internal override void CopyFromHost(AcceleratorStream stream, ReadOnlySpan<byte> source, in ArrayView<byte> target) =>
        View.Buffer.CopyFromHost(stream, source, target);

    /// <inheritdoc/>
    protected override void DisposeAcceleratorObject(bool disposing)
    {
        if (!disposing) return;
        _view.Buffer.Dispose();
        NativePtr = IntPtr.Zero;
    }

    /// <summary>The view of all of it.</summary>
    public static implicit operator TView(MemoryBuffer<TView> buffer) => buffer.View;
}

/// <summary>A buffer of elements in one dimension.</summary>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TStride">The stride: <see cref="Stride1D.Dense"/>.</typeparam>
public class MemoryBuffer1D<T, TStride> : MemoryBuffer<ArrayView1D<T, TStride>>
    where T : unmanaged
    where TStride : struct, IStride1D
{
    /// <summary>A buffer around the memory behind a view.</summary>
    protected internal MemoryBuffer1D(Accelerator accelerator, in ArrayView1D<T, TStride> view)
        : base(accelerator, view)
    {
    }

    /// <summary>The number of elements as an extent.</summary>
    public LongIndex1D Extent => View.Extent;

    /// <summary>The number of elements as an extent; one that does not fit 32 bits is an error.</summary>
    public Index1D IntExtent => View.IntExtent;

    /// <summary>The view of all of it without its stride in its type.</summary>
    public ArrayView<T> AsContiguous() => View.BaseView;

    /// <summary>The view of all of it without its stride in its type.</summary>
    public static explicit operator ArrayView<T>(MemoryBuffer1D<T, TStride> buffer) => buffer.AsContiguous();
}
