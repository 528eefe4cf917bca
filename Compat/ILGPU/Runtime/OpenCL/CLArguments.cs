using System.Runtime.CompilerServices;

namespace ILGPU.Runtime.OpenCL;

/// <summary>The arguments of a launch, flat: a view is its buffer, start and length, a number is itself.</summary>
/// <remarks>Kept, and filled anew for each launch.</remarks>
/// <param name="accelerator">Where the launch runs.</param>
/// <param name="kernel">The kernel's name, for messages.</param>
internal sealed unsafe class CLArguments(CLAccelerator accelerator, string kernel) : ArgumentSink
{
    private CLArgument[] _values = new CLArgument[16];
    private byte[] _specialized = new byte[16];
    private int _count;
    private int _specializedCount;

    /// <summary>The values, in the order of the compiled kernel's parameters.</summary>
    public ReadOnlySpan<CLArgument> Values => _values.AsSpan(0, _count);

    /// <summary>The bytes of the specialised values.</summary>
    public ReadOnlySpan<byte> SpecializedBytes => _specialized.AsSpan(0, _specializedCount);

    /// <summary>Forgets the last launch, so that its buffers can go.</summary>
    public void Clear()
    {
        Array.Clear(_values, 0, _count);
        _count = 0;
        _specializedCount = 0;
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

    public override void Specialized<T>(T value)
    {
        if (_specializedCount + sizeof(T) > _specialized.Length)
            Array.Resize(ref _specialized, Math.Max(2 * _specialized.Length, _specializedCount + sizeof(T)));
        Unsafe.WriteUnaligned(ref _specialized[_specializedCount], value);
        _specializedCount += sizeof(T);
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
