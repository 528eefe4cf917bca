using System.Collections.Immutable;

namespace ILGPU.Runtime.OpenCL;

/// <content>Which devices there are.</content>
public sealed partial class CLDevice
{
    // The platforms can't change while the process lives: the ICD loader reads its list once.
    private static readonly Lazy<(ImmutableArray<CLDevice> Devices, string? Reason)> Found = new(Find);

    /// <summary>Why there are no devices; null where there are.</summary>
    internal static string? NoneReason => Found.Value.Reason;

    /// <summary>The devices of all platforms.</summary>
    /// <param name="predicate">Which of them are wanted.</param>
    /// <returns>Those wanted, GPUs first; none where OpenCL is not installed.</returns>
    public static ImmutableArray<Device> GetDevices(Predicate<CLDevice> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return [.. Found.Value.Devices.Where(device => predicate(device))];
    }

    /// <summary>Whether the device takes OpenCL C 1.2, has a compiler, and can be used now.</summary>
    internal bool IsUsable() =>
        LanguageVersion() >= new Version(1, 2)
        && CLInfo.Number<uint>(Functions, DeviceId, CLDeviceInfo.Available) != 0
        && CLInfo.Number<uint>(Functions, DeviceId, CLDeviceInfo.CompilerAvailable) != 0
        && MaxNumThreadsPerGroup > 0;

    private static (ImmutableArray<CLDevice> Devices, string? Reason) Find()
    {
        if (CLLibrary.Functions is not { } functions) return ([], CLLibrary.Reason);
        var platforms = CLInfo.Platforms(functions);
        if (platforms.Length == 0) return ([], "the OpenCL library is there, but no driver is installed");
        ImmutableArray<CLDevice> devices =
        [
            .. platforms
                .SelectMany(platform => CLInfo.Devices(functions, platform).Select(device => new CLDevice(functions, platform, device)))
                .OrderByDescending(device => device.DeviceType & CLDeviceType.CL_DEVICE_TYPE_GPU),
        ];
        return (devices, devices.IsEmpty ? "the OpenCL drivers that are installed find no device" : null);
    }

    private Version LanguageVersion()
    {
        // "OpenCL C 1.2 and whatever the driver adds"
        var words = CLInfo.Text(Functions, DeviceId, CLDeviceInfo.LanguageVersion).Split(' ');
        return words.Length > 2 && Version.TryParse(words[2], out var version) ? version : new(1, 0);
    }
}
