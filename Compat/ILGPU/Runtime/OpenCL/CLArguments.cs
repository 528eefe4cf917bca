namespace ILGPU.Runtime.OpenCL;

/// <summary>The arguments of a launch, flat: a view is its buffer, start and length, a number is itself.</summary>
/// <remarks>Kept, and filled anew for each launch.</remarks>
/// <param name="accelerator">Where the launch runs.</param>
/// <param name="kernel">The kernel's name, for messages.</param>
internal sealed unsafe class CLArguments(CLAccelerator accelerator, string kernel) : FlatArguments
{
    private CLArgument[] _values = new CLArgument[16];
    private int _count;

    /// <summary>The values, in the order of the compiled kernel's parameters.</summary>
    public ReadOnlySpan<CLArgument> Values => _values.AsSpan(0, _count);

    public override void Clear()
    {
        base.Clear();
        Array.Clear(_values, 0, _count);
        _count = 0;
    }

    public override void View(MemoryBuffer? buffer, IntPtr address, long length, int elementSize)
    {
        CLMemoryBuffer? memory = null;
        long offset = 0;
        if (buffer is not null)
        {
            memory = buffer.Storage as CLMemoryBuffer;
            if (memory is null || memory.Accelerator != accelerator)
            {
                throw new ArgumentException(
                    $"{kernel} is given a view of a buffer of {buffer.Accelerator.Name}, and launched on {accelerator.Name}.");
            }

            if (memory.IsDisposed)
                throw new ObjectDisposedException(nameof(MemoryBuffer), $"{kernel} is given a view of a buffer that is disposed.");
            (offset, long rest) = Math.DivRem(address - memory.NativePtr, elementSize);
            if (rest != 0)
            {
                throw new ArgumentException(
                    $"{kernel} is given a view that begins {rest} bytes into an element; on OpenCL it begins at one.");
            }
        }

        Add(new(memory, 0, sizeof(IntPtr)));
        Add(new(null, (ulong)offset, sizeof(long)));
        Add(new(null, (ulong)length, sizeof(long)));
    }

    public override void Number(ReadOnlySpan<byte> value)
    {
        ulong bits = 0;
        value.CopyTo(new Span<byte>(&bits, sizeof(ulong)));
        Add(new(null, bits, value.Length));
    }

    private void Add(in CLArgument value)
    {
        if (_count == _values.Length) Array.Resize(ref _values, 2 * _count);
        _values[_count++] = value;
    }
}

/// <summary>An argument of a compiled kernel.</summary>
/// <param name="Buffer">The buffer of a view.</param>
/// <param name="Bits">All else: its bytes, from the lowest on.</param>
/// <param name="Size">The size in bytes.</param>
internal readonly record struct CLArgument(CLMemoryBuffer? Buffer, ulong Bits, int Size);
