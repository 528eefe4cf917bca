using System.Collections.Immutable;

namespace ILGPU.Runtime.OpenCL;

/// <content>Which devices there are.</content>
public sealed partial class CLDevice
{
    // The platforms can't change while the process lives: the ICD loader reads its list once.
    private static readonly Lazy<(ImmutableArray<CLDevice> Devices, string? Reason)> Found = new(Find);

    /// <summary>Why no device can be used; null where one can.</summary>
    internal static string? NoneReason =>
        Found.Value.Devices.Any(device => device.Unusable is null)
            ? null
            : Found.Value.Devices.Select(device => device.Unusable).FirstOrDefault() ?? Found.Value.Reason;

    /// <summary>Why this device can't run kernels: a clause without a full stop; null where it can.</summary>
    internal string? Unusable
    {
        get
        {
            var language = LanguageVersion();
            if (language < new Version(1, 2)) return $"{Name} takes OpenCL C {language} only, and 1.2 is needed: update its driver";
            if (CLInfo.Number<uint>(Functions, DeviceId, CLDeviceInfo.Available) == 0) return $"{Name} is there, but its driver does not let it be used now";
            bool hasCompiler = CLInfo.Number<uint>(Functions, DeviceId, CLDeviceInfo.CompilerAvailable) != 0 && MaxNumThreadsPerGroup > 0;
            return hasCompiler ? null : $"the driver of {Name} has no compiler of OpenCL C: install the driver that its vendor offers";
        }
    }

    /// <summary>The devices of all platforms.</summary>
    /// <param name="predicate">Which of them are wanted.</param>
    /// <returns>Those wanted, GPUs first; none where OpenCL is not installed.</returns>
    public static ImmutableArray<Device> GetDevices(Predicate<CLDevice> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return [.. Found.Value.Devices.Where(device => predicate(device))];
    }

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
