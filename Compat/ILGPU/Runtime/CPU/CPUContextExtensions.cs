namespace ILGPU.Runtime.CPU;

/// <summary>CPU devices and accelerators of a context.</summary>
public static class CPUContextExtensions
{
    /// <summary>Takes the machine's own CPU as a device.</summary>
    public static Context.Builder DefaultCPU(this Context.Builder builder) => builder.CPU(CPUDeviceKind.Default);

    /// <summary>Takes the CPU as a device of a kind.</summary>
    public static Context.Builder CPU(this Context.Builder builder, CPUDeviceKind kind) => builder.CPU(CPUDevice.GetDevice(kind));

    /// <summary>Takes a CPU device.</summary>
    public static Context.Builder CPU(this Context.Builder builder, CPUDevice device)
    {
        builder.Register(device);
        return builder;
    }

    /// <summary>Takes the CPU as a device of each kind.</summary>
    public static Context.Builder CPU(this Context.Builder builder) => builder.CPU(_ => true);

    /// <summary>Takes the CPU as a device of each kind that is wanted.</summary>
    public static Context.Builder CPU(this Context.Builder builder, Predicate<CPUDevice> predicate)
    {
        foreach (var device in CPUDevice.All)
            if (predicate(device)) builder.Register(device);
        return builder;
    }

    /// <summary>A CPU device of the context, by its place among them.</summary>
    public static CPUDevice GetCPUDevice(this Context context, int cpuDeviceIndex)
    {
        var devices = context.Devices.OfType<CPUDevice>().ToList();
        ArgumentOutOfRangeException.ThrowIfNegative(cpuDeviceIndex);
        return cpuDeviceIndex < devices.Count
            ? devices[cpuDeviceIndex]
            : throw new NotSupportedException($"The context has {devices.Count} CPU devices; number {cpuDeviceIndex} is not among them.");
    }

    /// <summary>An accelerator on a CPU device of the context.</summary>
    public static CPUAccelerator CreateCPUAccelerator(this Context context, int cpuDeviceIndex) =>
        context.GetCPUDevice(cpuDeviceIndex).CreateCPUAccelerator(context);

    /// <summary>An accelerator on a CPU device of the context that spreads work-items in a given way.</summary>
    public static CPUAccelerator CreateCPUAccelerator(this Context context, int cpuDeviceIndex, CPUAcceleratorMode mode) =>
        context.GetCPUDevice(cpuDeviceIndex).CreateCPUAccelerator(context, mode);
}
