using System.Runtime.InteropServices;

namespace ILGPU.Runtime.CPU;

/// <summary>Memory that is given out piece by piece and taken back all at once. What was given out stays where it is.</summary>
internal sealed unsafe class NativeArena : IDisposable
{
    private const int Alignment = CPUMemoryBuffer.Alignment;

    private readonly Stack<IntPtr> _full = new();
    private byte* _block;
    private long _capacity;
    private long _used;

    ~NativeArena() => Free();

    /// <summary>Takes all back.</summary>
    public void Reset()
    {
        _used = 0;
        if (_full.Count > 0) FreeFull();
    }

    /// <summary>A piece of a length in bytes, aligned to 64 bytes, of undefined content.</summary>
    public byte* Allocate(long bytes)
    {
        long rounded = checked(bytes + Alignment - 1) & -Alignment;
        if (rounded > _capacity - _used) Grow(rounded);
        byte* piece = _block + _used;
        _used += rounded;
        if (CheckedViews.Enabled) NativeMemory.Fill(piece, (nuint)bytes, CheckedViews.Unwritten);
        return piece;
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    // The next block holds at least all that was asked for so far, so that after a few work-items one block is enough.
    private void Grow(long bytes)
    {
        long capacity = Math.Max(4096, checked(2 * (_capacity + bytes)));
        byte* block = (byte*)NativeMemory.AlignedAlloc((nuint)capacity, Alignment);
        if (_block != null) _full.Push((IntPtr)_block);
        _block = block;
        _capacity = capacity;
        _used = 0;
    }

    private void FreeFull()
    {
        while (_full.TryPop(out var block)) NativeMemory.AlignedFree((void*)block);
    }

    private void Free()
    {
        FreeFull();
        NativeMemory.AlignedFree(_block);
        _block = null;
        _capacity = 0;
        _used = 0;
    }
}
