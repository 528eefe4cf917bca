using System.Text;

namespace ILGPU.Runtime.Cuda;

/// <summary>An NVIDIA GPU.</summary>
public sealed unsafe partial class CudaDevice : Device
{
    private const int LongestName = 256;
    private readonly Lazy<IntPtr> _context;
    private readonly int _handle;

    private CudaDevice(CudaDriver driver, int deviceId)
        : base(AcceleratorType.Cuda)
    {
        Driver = driver;
        DeviceId = deviceId;
        int handle;
        CudaException.ThrowIfFailed(driver.Functions.GetDevice(&handle, deviceId), $"Taking CUDA device {deviceId}");
        _handle = handle;
        _context = new(RetainContext);

        Name = NameOf(driver.Functions, handle);
        Architecture = new CudaArchitecture(Ask(CudaDeviceAttribute.CapabilityMajor), Ask(CudaDeviceAttribute.CapabilityMinor));
        NumMultiprocessors = Ask(CudaDeviceAttribute.Multiprocessors);
        WarpSize = Ask(CudaDeviceAttribute.WarpSize);
        MaxNumThreadsPerGroup = Ask(CudaDeviceAttribute.MaxThreadsPerBlock);
        MaxNumThreadsPerMultiprocessor = Ask(CudaDeviceAttribute.MaxThreadsPerMultiprocessor);
        MaxGroupSize = new(Ask(CudaDeviceAttribute.MaxBlockX), Ask(CudaDeviceAttribute.MaxBlockY), Ask(CudaDeviceAttribute.MaxBlockZ));
        MaxGridSize = new(Ask(CudaDeviceAttribute.MaxGridX), Ask(CudaDeviceAttribute.MaxGridY), Ask(CudaDeviceAttribute.MaxGridZ));

        nuint memory;
        MemorySize = driver.Functions.GetDeviceMemory(&memory, handle) == CudaError.CUDA_SUCCESS ? (long)memory : 0;
        SharedMemoryWithoutAsking = Ask(CudaDeviceAttribute.SharedMemoryPerBlock);
        MaxSharedMemoryPerGroup = Math.Max(SharedMemoryWithoutAsking, Ask(CudaDeviceAttribute.SharedMemoryPerBlockOnDemand));
        MaxSharedMemoryPerMultiprocessor = Ask(CudaDeviceAttribute.SharedMemoryPerMultiprocessor);
        MaxConstantMemory = Ask(CudaDeviceAttribute.ConstantMemory);
        L2CacheSize = Ask(CudaDeviceAttribute.L2CacheSize);
        ClockRate = Ask(CudaDeviceAttribute.ClockRate) / 1000;
        MemoryClockRate = Ask(CudaDeviceAttribute.MemoryClockRate) / 1000;
        MemoryBusWidth = Ask(CudaDeviceAttribute.MemoryBusWidth);
        CanLaunchCooperatively = Ask(CudaDeviceAttribute.CooperativeLaunch) != 0;
    }

    /// <summary>Its number among the driver's devices.</summary>
    public int DeviceId { get; }

    /// <summary>The version of CUDA that the driver knows.</summary>
    public CudaDriverVersion DriverVersion => Driver.Version;

    /// <summary>The chip's architecture.</summary>
    public CudaArchitecture? Architecture { get; }

    /// <summary>The clock in MHz.</summary>
    public int ClockRate { get; }

    /// <summary>The clock of the memory in MHz.</summary>
    public int MemoryClockRate { get; }

    /// <summary>The width of the path to the memory in bits.</summary>
    public int MemoryBusWidth { get; }

    /// <summary>The second cache's size in bytes.</summary>
    public int L2CacheSize { get; }

    /// <summary>The shared memory of a multiprocessor in bytes.</summary>
    public int MaxSharedMemoryPerMultiprocessor { get; }

    internal CudaDriver Driver { get; }

    /// <summary>The shared memory in bytes that a group has without asking; more than that can only be dynamic memory.</summary>
    internal int SharedMemoryWithoutAsking { get; }

    /// <summary>Whether the device can promise that all groups of a launch run at once.</summary>
    internal bool CanLaunchCooperatively { get; }

    /// <summary>The device's own context, which all of this process share. It is kept until the process ends, as others do too.</summary>
    internal IntPtr ContextHandle => _context.Value;

    /// <inheritdoc/>
    public override Accelerator CreateAccelerator(Context context) => CreateCudaAccelerator(context);

    /// <summary>An accelerator on this device.</summary>
    public CudaAccelerator CreateCudaAccelerator(Context context) => new(context, this);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CudaDevice other && other.Driver == Driver && other.DeviceId == DeviceId;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Driver, DeviceId);

    private static string NameOf(CudaFunctions functions, int handle)
    {
        var name = new byte[LongestName];
        fixed (byte* first = name)
        {
            return functions.GetDeviceName(first, name.Length, handle) == CudaError.CUDA_SUCCESS
                ? Encoding.UTF8.GetString(name.AsSpan(0, Math.Max(0, name.AsSpan().IndexOf((byte)0))))
                : "<Unknown>";
        }
    }

    // 0 for what the driver does not know.
    private int Ask(CudaDeviceAttribute what)
    {
        int value;
        return Driver.Functions.GetDeviceAttribute(&value, what, _handle) == CudaError.CUDA_SUCCESS ? value : 0;
    }

    private IntPtr RetainContext()
    {
        IntPtr context;
        CudaException.ThrowIfFailed(Driver.Functions.RetainContext(&context, _handle), $"Opening {Name}");
        return context;
    }
}
