namespace ILGPU.Runtime.Cuda;

/// <summary>CUDA devices and accelerators of a context.</summary>
public static class CudaContextExtensions
{
    /// <summary>Takes every CUDA device that can run kernels; none where there is no driver or no compiler.</summary>
    public static Context.Builder Cuda(this Context.Builder builder) => builder.Cuda(device => device.Unusable is null);

    /// <summary>Takes the CUDA devices that are wanted.</summary>
    public static Context.Builder Cuda(this Context.Builder builder, Predicate<CudaDevice> predicate)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var device in CudaDevice.GetDevices(predicate)) builder.Register(device);
        return builder;
    }

    /// <summary>A CUDA device of the context, by its place among them.</summary>
    public static CudaDevice GetCudaDevice(this Context context, int cudaDeviceIndex)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentOutOfRangeException.ThrowIfNegative(cudaDeviceIndex);
        var devices = context.Devices.OfType<CudaDevice>().ToList();
        return cudaDeviceIndex < devices.Count
            ? devices[cudaDeviceIndex]
            : throw new NotSupportedException(
                $"The context has {devices.Count} CUDA devices; number {cudaDeviceIndex} is not among them{Because(devices.Count)}.");
    }

    /// <summary>An accelerator on a CUDA device of the context.</summary>
    public static CudaAccelerator CreateCudaAccelerator(this Context context, int cudaDeviceIndex) =>
        context.GetCudaDevice(cudaDeviceIndex).CreateCudaAccelerator(context);

    private static string Because(int count) => count == 0 && CudaDevice.NoneReason is { } reason ? $": {reason}" : "";
}
