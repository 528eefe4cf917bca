using System.Collections.Immutable;

namespace ILGPU.Runtime.Cuda;

/// <content>Which devices there are.</content>
public sealed unsafe partial class CudaDevice
{
    // Maxwell: what came before has no compiler any more in NVRTC 12.
    private static readonly CudaArchitecture Oldest = new(5, 0);

    private static readonly Lazy<(ImmutableArray<CudaDevice> Devices, string? Reason)> Found =
        new(() => CudaDriver.Installed is { } driver ? Find(driver) : ([], CudaDriver.Reason));

    /// <summary>Why no device can be used; null where one can.</summary>
    internal static string? NoneReason =>
        Found.Value.Devices.Any(device => device.Unusable is null)
            ? null
            : Found.Value.Devices.Select(device => device.Unusable).FirstOrDefault() ?? Found.Value.Reason;

    /// <summary>Why this device can't run kernels; null where it can.</summary>
    internal string? Unusable =>
        Driver.CompilerReason
        ?? (Architecture < Oldest ? $"{Name} has compute capability {Architecture?.Major}.{Architecture?.Minor}, and 5.0 is needed" : null);

    /// <summary>The devices of the machine.</summary>
    /// <param name="predicate">Which of them are wanted.</param>
    /// <returns>Those wanted; none where there is no driver.</returns>
    public static ImmutableArray<Device> GetDevices(Predicate<CudaDevice> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return [.. Found.Value.Devices.Where(device => predicate(device))];
    }

    /// <summary>The devices of a driver, or why there are none.</summary>
    internal static (ImmutableArray<CudaDevice> Devices, string? Reason) Find(CudaDriver driver)
    {
        int count;
        var status = driver.Functions.GetDeviceCount(&count);
        if (status != CudaError.CUDA_SUCCESS) return ([], $"the NVIDIA driver can't list its GPUs ({status})");
        if (count == 0) return ([], "the NVIDIA driver is there, but finds no GPU");
        return ([.. Enumerable.Range(0, count).Select(id => new CudaDevice(driver, id))], null);
    }
}
