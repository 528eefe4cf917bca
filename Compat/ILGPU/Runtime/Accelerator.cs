namespace ILGPU.Runtime;

/// <summary>A device in use: it has memory and streams, and runs kernels.</summary>
public abstract class Accelerator : IDisposable
{
    private readonly Lock _lock = new();
    private List<WeakReference<AcceleratorObject>> _objects = [];
    private int _objectsBeforeCleaning = 1024;
    private int _disposed;

    private protected Accelerator(Context context, Device device)
    {
        Context = context;
        Device = device;
        if (device.AcceleratorType != AcceleratorType.CPU) CheckedViews.HasDeviceMemory = true;
    }

    /// <summary>Raised when the accelerator is disposed.</summary>
    public event EventHandler? Disposed;

    /// <summary>The context that it belongs to.</summary>
    public Context Context { get; }

    /// <summary>The device.</summary>
    public Device Device { get; }

    /// <summary>The stream of launches and copies that name none.</summary>
    public abstract AcceleratorStream DefaultStream { get; }

    /// <summary>The kind of the device.</summary>
    public AcceleratorType AcceleratorType => Device.AcceleratorType;

    /// <summary>The device's name.</summary>
    public string Name => Device.Name;

    /// <summary>The device's memory in bytes.</summary>
    public long MemorySize => Device.MemorySize;

    /// <summary>The most groups of a launch, by dimension.</summary>
    public Index3D MaxGridSize => Device.MaxGridSize;

    /// <summary>The most work-items of a group, by dimension.</summary>
    public Index3D MaxGroupSize => Device.MaxGroupSize;

    /// <summary>The most work-items of a group in all.</summary>
    public int MaxNumThreadsPerGroup => Device.MaxNumThreadsPerGroup;

    /// <summary>The most shared memory of a group in bytes.</summary>
    public int MaxSharedMemoryPerGroup => Device.MaxSharedMemoryPerGroup;

    /// <summary>The work-items of a warp.</summary>
    public int WarpSize => Device.WarpSize;

    /// <summary>The number of multiprocessors.</summary>
    public int NumMultiprocessors => Device.NumMultiprocessors;

    /// <summary>The most work-items at once on a multiprocessor.</summary>
    public int MaxNumThreadsPerMultiprocessor => Device.MaxNumThreadsPerMultiprocessor;

    /// <summary>The most work-items at once.</summary>
    public int MaxNumThreads => Device.MaxNumThreads;

    /// <summary>Whether it was disposed.</summary>
    public bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    /// <summary>A new stream.</summary>
    public abstract AcceleratorStream CreateStream();

    /// <summary>Waits until all streams have done what was asked for.</summary>
    public abstract void Synchronize();

    /// <summary>A buffer of undefined content.</summary>
    /// <typeparam name="T">The element; <c>bool</c> and <c>char</c> are not supported.</typeparam>
    /// <param name="length">The number of elements, 0 or more.</param>
    public MemoryBuffer1D<T, Stride1D.Dense> Allocate1D<T>(long length)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        KernelTypes.EnsureBlittable(typeof(T));
        return new(this, new ArrayView<T>(AllocateRaw(length, Interop.SizeOf<T>()), 0, length));
    }

    /// <summary>Memory of undefined content.</summary>
    /// <param name="length">The number of elements.</param>
    /// <param name="elementSize">The size of an element in bytes.</param>
    public MemoryBuffer AllocateRaw(long length, int elementSize)
    {
        ThrowIfDisposed();
        return AllocateRawInternal(length, elementSize);
    }

    /// <summary>Disposes all that belongs to it, and itself.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    public override string ToString() => Device.ToString();

    private protected abstract MemoryBuffer AllocateRawInternal(long length, int elementSize);

    /// <summary>
    /// Makes a kernel ready for launches on this accelerator. All else about kernels is the same for every back end.
    /// </summary>
    /// <typeparam name="TIndex">What a launch is given: <see cref="KernelConfig"/>, or the extent of an implicitly grouped kernel.</typeparam>
    /// <typeparam name="TArguments">The arguments, in one struct of one field an argument, in order.</typeparam>
    internal abstract LoadedKernel<TIndex, TArguments> Load<TIndex, TArguments>(KernelSource source)
        where TIndex : struct, IIndex
        where TArguments : struct, IKernelArguments;

    internal void ThrowIfDisposed()
    {
        if (IsDisposed) throw new ObjectDisposedException(nameof(Accelerator), $"Accelerator {Name} is used after it was disposed.");
    }

    internal void Register(AcceleratorObject child)
    {
        lock (_lock)
        {
            if (_objects.Count >= _objectsBeforeCleaning)
            {
                _objects = _objects.FindAll(reference => reference.TryGetTarget(out var target) && !target.IsDisposed);
                _objectsBeforeCleaning = Math.Max(1024, 2 * _objects.Count);
            }

            _objects.Add(new(child));
        }
    }

    /// <summary>Disposes all that belongs to it, and itself, once.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        Disposed?.Invoke(this, EventArgs.Empty);
        lock (_lock)
        {
            foreach (var reference in _objects)
                if (reference.TryGetTarget(out var child)) child.Dispose();
            _objects.Clear();
        }
    }
}
