using ILGPU.Compiler;

namespace ILGPU.Runtime.OpenCL;

/// <summary>An OpenCL device in use. Launches are queued; copies to and from the host wait.</summary>
public sealed unsafe class CLAccelerator : Accelerator, IKernelQueue<CLArguments, CLCompiledKernel>
{
    // Enough work-items to fill what runs in step on a GPU; on a CPU, enough to make up for starting a group.
    private const int GroupSizeOnGpu = 128;
    private const int GroupSizeElsewhere = 64;

    private readonly StreamList _streams = new();
    private readonly CompiledKernels<CLCompiledKernel> _kernels = new();
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
        _defaultStream = _streams.Add(new CLStream(this));
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

    /// <summary>Where compiled kernels are kept between runs.</summary>
    internal KernelCache Cache { get; init; } = KernelCache.FromEnvironment();

    CompiledKernels<CLCompiledKernel> IKernelQueue<CLArguments, CLCompiledKernel>.Kernels => _kernels;

    int IKernelQueue<CLArguments, CLCompiledKernel>.PreferredGroupSize =>
        (DeviceType & CLDeviceType.CL_DEVICE_TYPE_GPU) != 0 ? GroupSizeOnGpu : GroupSizeElsewhere;

    /// <inheritdoc/>
    public override AcceleratorStream CreateStream()
    {
        ThrowIfDisposed();
        return _streams.Add(new CLStream(this));
    }

    /// <inheritdoc/>
    public override void Synchronize()
    {
        ThrowIfDisposed();
        _streams.Synchronize();
    }

    CLArguments IKernelQueue<CLArguments, CLCompiledKernel>.NewArguments(string kernel) => new(this, kernel);

    CLCompiledKernel IKernelQueue<CLArguments, CLCompiledKernel>.Compile(KernelSource source, IReadOnlyList<object> specializedValues) =>
        new(this, source.Name, KernelCompiler.Compile(source, specializedValues, Dialect.OpenCL, Context));

    private protected override MemoryBuffer AllocateRawInternal(long length, int elementSize) =>
        new CLMemoryBuffer(this, length, elementSize);

    internal override LoadedKernel<TIndex, TArguments> Load<TIndex, TArguments>(KernelSource source)
    {
        ThrowIfDisposed();
        return new QueuedKernel<TIndex, TArguments, CLArguments, CLCompiledKernel>(this, this, source);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        bool first = !IsDisposed;
        base.Dispose(disposing);
        if (!first || ContextHandle == IntPtr.Zero) return;
        _defaultStream.Dispose();
        _kernels.Dispose();
        _ = Functions.ReleaseContext(ContextHandle);
        ContextHandle = IntPtr.Zero;
    }
}
