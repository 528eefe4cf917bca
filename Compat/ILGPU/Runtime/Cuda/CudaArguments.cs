namespace ILGPU.Runtime.Cuda;

/// <summary>The arguments of a launch, flat: a view is its address, a start of 0 and its length, a number is itself.</summary>
/// <param name="accelerator">Where the launch runs.</param>
/// <param name="kernel">The kernel's name, for messages.</param>
internal sealed unsafe class CudaArguments(CudaAccelerator accelerator, string kernel) : FlatArguments
{
    private ulong[] _values = new ulong[16];
    private int _count;

    /// <summary>The values, each from its lowest byte on, in the order of the compiled kernel's parameters.</summary>
    public ReadOnlySpan<ulong> Values => _values.AsSpan(0, _count);

    public override void Clear()
    {
        base.Clear();
        _count = 0;
    }

    public override void View(MemoryBuffer? buffer, IntPtr address, long length, int elementSize)
    {
        if (buffer is not null)
        {
            if (buffer.Storage is not CudaMemoryBuffer memory || memory.Accelerator != accelerator)
            {
                throw new ArgumentException(
                    $"{kernel} is given a view of a buffer of {buffer.Accelerator.Name}, and launched on {accelerator.Name}.");
            }

            if (memory.IsDisposed)
                throw new ObjectDisposedException(nameof(MemoryBuffer), $"{kernel} is given a view of a buffer that is disposed.");
            long rest = (address - memory.NativePtr) % elementSize;
            if (rest != 0)
            {
                throw new ArgumentException(
                    $"{kernel} is given a view that begins {rest} bytes into an element; on CUDA it begins at one.");
            }
        }

        Add((ulong)address);
        Add(0);
        Add((ulong)length);
    }

    public override void Number(ReadOnlySpan<byte> value)
    {
        ulong bits = 0;
        value.CopyTo(new Span<byte>(&bits, sizeof(ulong)));
        Add(bits);
    }

    private void Add(ulong value)
    {
        if (_count == _values.Length) Array.Resize(ref _values, 2 * _count);
        _values[_count++] = value;
    }
}
