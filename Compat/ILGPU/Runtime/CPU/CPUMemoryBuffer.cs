using System.Runtime.InteropServices;

namespace ILGPU.Runtime.CPU;

/// <summary>Memory of the process, outside of the managed heap, aligned to 64 bytes: a cache line, and the widest vector.</summary>
internal sealed unsafe class CPUMemoryBuffer : MemoryBuffer
{
    public const int Alignment = 64;

    public CPUMemoryBuffer(Accelerator accelerator, long length, int elementSize)
        : base(accelerator, length, elementSize)
    {
        nuint bytes = (nuint)Math.Max(1, checked(length * elementSize));
        NativePtr = (IntPtr)NativeMemory.AlignedAlloc(bytes, Alignment);
        GC.AddMemoryPressure((long)bytes);
        if (CheckedViews.Enabled) NativeMemory.Fill((void*)NativePtr, bytes, CheckedViews.Unwritten);
    }

    ~CPUMemoryBuffer() => Dispose(false);

    protected internal override void MemSet(AcceleratorStream stream, byte value, in ArrayView<byte> targetView)
    {
        ThrowIfUnusable(stream);
        NativeMemory.Fill(targetView.First, (nuint)targetView.Length, value);
        GC.KeepAlive(this);
    }

    protected internal override void CopyTo(AcceleratorStream stream, in ArrayView<byte> sourceView, in ArrayView<byte> targetView)
    {
        ThrowIfUnusable(stream);
        if (targetView.Buffer is { } target)
        {
            ObjectDisposedException.ThrowIf(target.IsDisposed, target);
            if (target.AcceleratorType != AcceleratorType.CPU)
                throw new NotSupportedException($"A copy from the CPU to {target.Accelerator.Name} is made with CopyFromCPU.");
        }

        Buffer.MemoryCopy(sourceView.First, targetView.First, targetView.Length, sourceView.Length);
        GC.KeepAlive(this);
        GC.KeepAlive(targetView.Buffer);
    }

    internal override void CopyToHost(AcceleratorStream stream, in ArrayView<byte> source, Span<byte> target)
    {
        ThrowIfUnusable(stream);
        fixed (byte* first = target) Buffer.MemoryCopy(source.First, first, target.Length, source.Length);
        GC.KeepAlive(this);
    }

    internal override void CopyFromHost(AcceleratorStream stream, ReadOnlySpan<byte> source, in ArrayView<byte> target)
    {
        ThrowIfUnusable(stream);
        fixed (byte* first = source) Buffer.MemoryCopy(first, target.First, target.Length, source.Length);
        GC.KeepAlive(this);
    }

    protected override void DisposeAcceleratorObject(bool disposing)
    {
        // Where there was no memory left, there is nothing to give back.
        if (NativePtr == IntPtr.Zero) return;
        NativeMemory.AlignedFree((void*)NativePtr);
        NativePtr = IntPtr.Zero;
        GC.RemoveMemoryPressure(Math.Max(1, LengthInBytes));
    }

    private void ThrowIfUnusable(AcceleratorStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (IsDisposed) throw new ObjectDisposedException(nameof(MemoryBuffer), $"A buffer of {Length} elements is used after it was disposed.");
    }
}
