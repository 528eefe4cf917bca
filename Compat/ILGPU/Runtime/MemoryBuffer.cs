namespace ILGPU.Runtime;

/// <summary>Memory of an accelerator. Its content is undefined until it is written.</summary>
public abstract class MemoryBuffer : AcceleratorObject
{
    /// <summary>A buffer of a number of elements of a size in bytes.</summary>
    protected MemoryBuffer(Accelerator accelerator, long length, int elementSize)
        : base(accelerator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfLessThan(elementSize, 1);
        Length = length;
        ElementSize = elementSize;
    }

    /// <summary>The address in the accelerator's memory.</summary>
    public IntPtr NativePtr { get; protected set; }

    /// <summary>The number of elements.</summary>
    public long Length { get; }

    /// <summary>The size of an element in bytes.</summary>
    public int ElementSize { get; }

    /// <summary>The size of the whole in bytes.</summary>
    public long LengthInBytes => Length * ElementSize;

    /// <summary>The buffer that holds the memory: itself, or the one behind it.</summary>
    internal virtual MemoryBuffer Storage => this;

    /// <summary>The whole as bytes.</summary>
    public ArrayView<byte> AsRawArrayView() => AsRawArrayView(0, LengthInBytes);

    /// <summary>A part as bytes.</summary>
    public ArrayView<byte> AsRawArrayView(long offsetInBytes, long lengthInBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offsetInBytes);
        ArgumentOutOfRangeException.ThrowIfNegative(lengthInBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lengthInBytes, LengthInBytes - offsetInBytes);
        return new(this, offsetInBytes, lengthInBytes);
    }

    /// <summary>Sets each byte of a view of this buffer.</summary>
    protected internal abstract void MemSet(AcceleratorStream stream, byte value, in ArrayView<byte> targetView);

    /// <summary>Copies between two views of equal length, the source a view of this buffer.</summary>
    protected internal abstract void CopyTo(AcceleratorStream stream, in ArrayView<byte> sourceView, in ArrayView<byte> targetView);

    /// <summary>Copies a view of this buffer to the host, and waits until it is done.</summary>
    internal abstract void CopyToHost(AcceleratorStream stream, in ArrayView<byte> source, Span<byte> target);

    /// <summary>Copies from the host to a view of this buffer, and waits until it is done.</summary>
    internal abstract void CopyFromHost(AcceleratorStream stream, ReadOnlySpan<byte> source, in ArrayView<byte> target);
}
