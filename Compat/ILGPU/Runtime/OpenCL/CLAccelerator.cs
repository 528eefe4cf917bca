namespace ILGPU.Runtime.OpenCL;

/// <summary>An OpenCL device in use. Launches are queued; copies to and from the host wait.</summary>
public sealed unsafe class CLAccelerator : Accelerator
{
    private readonly Lock _streamsLock = new();
    private readonly List<WeakReference<CLStream>> _streams = [];
    private readonly CLStream _defaultStream;

    internal CLAccelerator(Context context, CLDevice device)
        : base(context, device)
    {
        Device = device;
        Functions = device.Functions;
        var id = device.DeviceId;
        CLError error;
        ContextHandle = Functions.CreateContext(null, 1, &id, null, null, &error);
        CLException.ThrowIfFailed(error, $"Opening {device.Name}");
        _defaultStream = NewStream();
    }

    /// <summary>The device.</summary>
    public new CLDevice Device { get; }

    /// <summary>The driver's handle of the device.</summary>
    public IntPtr DeviceId => Device.DeviceId;

    /// <summary>The platform: a driver.</summary>
    public IntPtr PlatformId => Device.PlatformId;

    /// <summary>The platform's name.</summary>
    public string PlatformName => Device.PlatformName;

    /// <summary>Who made the platform.</summary>
    public string VendorName => Device.VendorName;

    /// <summary>Who made the device, as far as it matters.</summary>
    public CLDeviceVendor Vendor => Device.Vendor;

    /// <summary>The kind of the device.</summary>
    public CLDeviceType DeviceType => Device.DeviceType;

    /// <summary>The clock in MHz.</summary>
    public int ClockRate => Device.ClockRate;

    /// <inheritdoc/>
    public override AcceleratorStream DefaultStream => _defaultStream;

    internal CLFunctions Functions { get; }

    internal IntPtr ContextHandle { get; private set; }

    /// <summary>The kernels compiled so far.</summary>
    internal CLProgramCache Programs { get; } = new();

    /// <inheritdoc/>
    public override AcceleratorStream CreateStream()
    {
        ThrowIfDisposed();
        return NewStream();
    }

    /// <inheritdoc/>
    public override void Synchronize()
    {
        ThrowIfDisposed();
        lock (_streamsLock)
        {
            foreach (var reference in _streams)
                if (reference.TryGetTarget(out var stream) && !stream.IsDisposed) stream.Synchronize();
        }
    }

    private protected override MemoryBuffer AllocateRawInternal(long length, int elementSize) =>
        new CLMemoryBuffer(this, length, elementSize);

    internal override LoadedKernel<TIndex, TArguments> Load<TIndex, TArguments>(KernelSource source)
    {
        ThrowIfDisposed();
        return new CLKernel<TIndex, TArguments>(this, source);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        bool first = !IsDisposed;
        base.Dispose(disposing);
        if (!first || ContextHandle == IntPtr.Zero) return;
        _defaultStream.Dispose();
        Programs.Dispose();
        _ = Functions.ReleaseContext(ContextHandle);
        ContextHandle = IntPtr.Zero;
    }

    private CLStream NewStream()
    {
        var stream = new CLStream(this);
        lock (_streamsLock)
        {
            _streams.RemoveAll(reference => !reference.TryGetTarget(out var other) || other.IsDisposed);
            _streams.Add(new(stream));
        }

        return stream;
    }
}
