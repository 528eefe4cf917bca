using ILGPU.Compiler;

namespace ILGPU.Runtime.Cuda;

/// <summary>An NVIDIA GPU in use. Launches are queued; copies to and from the host wait.</summary>
public sealed unsafe class CudaAccelerator : Accelerator, IKernelQueue<CudaArguments, CudaCompiledKernel>
{
    private const int GroupSize = 128;

    private readonly StreamList _streams = new();
    private readonly CompiledKernels<CudaCompiledKernel> _kernels = new();
    private readonly IntPtr _context;
    private readonly CudaStream _defaultStream;

    internal CudaAccelerator(Context context, CudaDevice device)
        : base(context, device)
    {
        Device = device;
        Functions = device.Driver.Functions;
        Compiler = device.Driver.Compiler is { } library
            ? new(library, device.Architecture.GetValueOrDefault())
            : throw new NotSupportedException($"{device.Name} can't be used: {device.Unusable}.");
        _context = device.ContextHandle;
        _defaultStream = _streams.Add(new CudaStream(this, StreamFlags.CU_STREAM_NON_BLOCKING));
    }

    /// <summary>The device.</summary>
    public new CudaDevice Device { get; }

    /// <summary>The device's number among the driver's.</summary>
    public int DeviceId => Device.DeviceId;

    /// <summary>The version of CUDA that the driver knows.</summary>
    public CudaDriverVersion DriverVersion => Device.DriverVersion;

    /// <summary>The chip's architecture.</summary>
    public CudaArchitecture Architecture => Device.Architecture.GetValueOrDefault();

    /// <summary>The clock in MHz.</summary>
    public int ClockRate => Device.ClockRate;

    /// <inheritdoc/>
    public override AcceleratorStream DefaultStream => _defaultStream;

    internal CudaFunctions Functions { get; }

    internal NvrtcCompiler Compiler { get; }

    /// <summary>Where compiled kernels are kept between runs.</summary>
    internal KernelCache Cache { get; init; } = KernelCache.FromEnvironment();

    CompiledKernels<CudaCompiledKernel> IKernelQueue<CudaArguments, CudaCompiledKernel>.Kernels => _kernels;

    int IKernelQueue<CudaArguments, CudaCompiledKernel>.PreferredGroupSize => GroupSize;

    /// <inheritdoc/>
    public override AcceleratorStream CreateStream() => CreateStream(StreamFlags.CU_STREAM_NON_BLOCKING);

    /// <summary>A new stream.</summary>
    /// <param name="flag">Whether it waits for the driver's own stream of all, on which nothing is launched here.</param>
    public CudaStream CreateStream(StreamFlags flag)
    {
        ThrowIfDisposed();
        return _streams.Add(new CudaStream(this, flag));
    }

    /// <summary>The memory that is free now, in bytes.</summary>
    public long GetFreeMemory()
    {
        Bind();
        nuint free, total;
        CudaException.ThrowIfFailed(Functions.GetMemoryInfo(&free, &total), $"Asking {Name} for its free memory");
        return (long)free;
    }

    /// <inheritdoc/>
    public override void Synchronize()
    {
        ThrowIfDisposed();
        _streams.Synchronize();
    }

    /// <summary>Makes the driver's calls of this thread mean this device. To be called before each of them.</summary>
    internal void Bind()
    {
        var status = Functions.SetCurrent(_context);
        if (status != CudaError.CUDA_SUCCESS) CudaException.ThrowIfFailed(status, $"Turning to {Name}");
    }

    CudaArguments IKernelQueue<CudaArguments, CudaCompiledKernel>.NewArguments(string kernel) => new(this, kernel);

    CudaCompiledKernel IKernelQueue<CudaArguments, CudaCompiledKernel>.Compile(KernelSource source, IReadOnlyList<object> specializedValues) =>
        new(this, source, KernelCompiler.Compile(source, specializedValues, Dialect.Cuda, Context));

    private protected override MemoryBuffer AllocateRawInternal(long length, int elementSize) =>
        new CudaMemoryBuffer(this, length, elementSize);

    internal override LoadedKernel<TIndex, TArguments> Load<TIndex, TArguments>(KernelSource source)
    {
        ThrowIfDisposed();
        return new QueuedKernel<TIndex, TArguments, CudaArguments, CudaCompiledKernel>(this, this, source);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        bool first = !IsDisposed;
        base.Dispose(disposing);
        if (!first) return;
        _defaultStream.Dispose();
        _kernels.Dispose();
    }
}
