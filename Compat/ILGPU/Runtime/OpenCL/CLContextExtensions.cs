namespace ILGPU.Runtime.OpenCL;

/// <summary>OpenCL devices and accelerators of a context.</summary>
public static class CLContextExtensions
{
    /// <summary>Takes every OpenCL device that can run kernels; none where OpenCL is not installed.</summary>
    public static Context.Builder OpenCL(this Context.Builder builder) => builder.OpenCL(device => device.Unusable is null);

    /// <summary>Takes the OpenCL devices that are wanted.</summary>
    public static Context.Builder OpenCL(this Context.Builder builder, Predicate<CLDevice> predicate)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var device in CLDevice.GetDevices(predicate)) builder.Register(device);
        return builder;
    }

    /// <summary>An OpenCL device of the context, by its place among them.</summary>
    public static CLDevice GetCLDevice(this Context context, int clDeviceIndex)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentOutOfRangeException.ThrowIfNegative(clDeviceIndex);
        var devices = context.Devices.OfType<CLDevice>().ToList();
        return clDeviceIndex < devices.Count
            ? devices[clDeviceIndex]
            : throw new NotSupportedException(
                $"The context has {devices.Count} OpenCL devices; number {clDeviceIndex} is not among them{Because(devices.Count)}.");
    }

    /// <summary>An accelerator on an OpenCL device of the context.</summary>
    public static CLAccelerator CreateCLAccelerator(this Context context, int clDeviceIndex) =>
        context.GetCLDevice(clDeviceIndex).CreateCLAccelerator(context);

    private static string Because(int count) => count == 0 && CLDevice.NoneReason is { } reason ? $": {reason}" : "";
}
