namespace ILGPU.Runtime.CPU;

/// <summary>The shared memory of a group: the n-th block that a work-item asks for is the n-th block of every other.</summary>
internal sealed unsafe class GroupMemory : IDisposable
{
    private readonly Lock _lock = new();
    private readonly NativeArena _arena = new();
    private readonly List<(IntPtr First, long Bytes)> _blocks = [];
    private IntPtr _dynamic;
    private int _dynamicBytes;

    /// <summary>Takes all back and begins the next group.</summary>
    public void StartGroup(int dynamicBytes)
    {
        if (dynamicBytes == 0 && _dynamicBytes == 0 && _blocks.Count == 0) return;
        _blocks.Clear();
        _arena.Reset();
        _dynamicBytes = dynamicBytes;
        _dynamic = dynamicBytes > 0 ? (IntPtr)_arena.Allocate(dynamicBytes) : IntPtr.Zero;
    }

    /// <summary>A block by its place in the order in which each work-item asks.</summary>
    public ArrayView<T> Block<T>(string kernel, int ordinal, int length)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        long bytes = (long)length * sizeof(T);
        lock (_lock)
        {
            if (ordinal == _blocks.Count) _blocks.Add(((IntPtr)_arena.Allocate(bytes), bytes));
            var (first, size) = _blocks[ordinal];
            if (size != bytes)
            {
                throw new InvalidOperationException(
                    $"In {kernel}, work-items of one group allocate shared memory differently: {size} and {bytes} bytes for allocation {ordinal + 1}.");
            }

            return new((T*)first, length, Origin(kernel, "SharedMemory.Allocate"));
        }
    }

    /// <summary>The dynamic shared memory of the launch.</summary>
    public ArrayView<T> Dynamic<T>(string kernel)
        where T : unmanaged =>
        new((T*)_dynamic, _dynamicBytes / sizeof(T), Origin(kernel, "SharedMemory.GetDynamic"));

    public void Dispose() => _arena.Dispose();

    private static ViewOrigin? Origin(string kernel, string name) => CheckedViews.Enabled ? new(kernel, name, null) : null;
}
