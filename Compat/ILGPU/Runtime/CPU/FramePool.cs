using System.Runtime.InteropServices;

namespace ILGPU.Runtime.CPU;

/// <summary>Frames of one size, given out and taken back: one is in use on each thread that takes part in a launch.</summary>
/// <param name="bytes">The size of a frame.</param>
internal sealed unsafe class FramePool(int bytes)
{
    // What is read beyond the end of a row, in whole vectors, is still inside.
    private const int Padding = 256;

    private readonly Lock _lock = new();
    private readonly Stack<nint> _free = [];

    ~FramePool()
    {
        while (_free.TryPop(out nint frame)) NativeMemory.AlignedFree((void*)frame);
    }

    /// <summary>The size of a frame in bytes.</summary>
    public int Bytes => bytes;

    /// <summary>A frame of undefined content.</summary>
    public byte* Rent()
    {
        lock (_lock)
        {
            if (_free.TryPop(out nint frame)) return (byte*)frame;
        }

        byte* made = (byte*)NativeMemory.AlignedAlloc((nuint)bytes + Padding, CPUMemoryBuffer.Alignment);
        NativeMemory.Clear(made, (nuint)bytes + Padding);
        return made;
    }

    /// <summary>Takes a frame back.</summary>
    public void Return(byte* frame)
    {
        lock (_lock) _free.Push((nint)frame);
    }
}
