using System.Collections.Immutable;

namespace ILGPU.Runtime.OpenCL;

/// <summary>A device that an OpenCL driver offers. It needs no more than OpenCL C 1.2.</summary>
public sealed partial class CLDevice : Device
{
    private CLDevice(CLFunctions functions, IntPtr platformId, IntPtr deviceId)
        : base(AcceleratorType.OpenCL)
    {
        PlatformId = platformId;
        DeviceId = deviceId;
        PlatformName = CLInfo.Text(functions, platformId, CLPlatformInfo.Name);
        VendorName = CLInfo.Text(functions, platformId, CLPlatformInfo.Vendor);

        Name = Text(CLDeviceInfo.Name);
        DeviceType = (CLDeviceType)Number<ulong>(CLDeviceInfo.Type);
        VersionText = Text(CLDeviceInfo.Version);
        DriverVersion = Text(CLDeviceInfo.DriverVersion);
        ClockRate = Number<int>(CLDeviceInfo.MaxClockFrequency);
        Extensions = [.. Text(CLDeviceInfo.Extensions).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        Functions = functions;

        NumMultiprocessors = Number<int>(CLDeviceInfo.MaxComputeUnits);
        MaxNumThreadsPerGroup = Fit(Number<nuint>(CLDeviceInfo.MaxWorkGroupSize));
        MaxNumThreadsPerMultiprocessor = MaxNumThreadsPerGroup;
        var sizes = CLInfo.Numbers<nuint>(functions, deviceId, CLDeviceInfo.MaxWorkItemSizes);
        MaxGroupSize = sizes.Length < 3 ? new(MaxNumThreadsPerGroup, 1, 1) : new(Fit(sizes[0]), Fit(sizes[1]), Fit(sizes[2]));
        MaxGridSize = new(int.MaxValue, ushort.MaxValue, ushort.MaxValue);

        MemorySize = (long)Math.Min(Number<ulong>(CLDeviceInfo.GlobalMemorySize), long.MaxValue);
        MaxSharedMemoryPerGroup = Fit(Number<ulong>(CLDeviceInfo.LocalMemorySize));
        MaxConstantMemory = Fit(Number<ulong>(CLDeviceInfo.MaxConstantBufferSize));

        // To ask for what an extension has is an error where the extension is not.
        int warp = Extensions.Contains("cl_nv_device_attribute_query") ? Number<int>(CLDeviceInfo.WarpSizeNvidia) : 0;
        int wavefront = Extensions.Contains("cl_amd_device_attribute_query") ? Number<int>(CLDeviceInfo.WavefrontWidthAmd) : 0;
        nuint[] subGroups = Extensions.Contains("cl_intel_required_subgroup_size")
            ? CLInfo.Numbers<nuint>(functions, deviceId, CLDeviceInfo.SubGroupSizesIntel)
            : [];
        Vendor = warp > 0 ? CLDeviceVendor.Nvidia
            : wavefront > 0 ? CLDeviceVendor.AMD
            : VendorName.Contains("Intel", StringComparison.Ordinal) ? CLDeviceVendor.Intel
            : CLDeviceVendor.Other;
        WarpSize = warp > 0 ? warp
            : wavefront > 0 ? wavefront
            : Fit(subGroups.DefaultIfEmpty().Max());

        string Text(CLDeviceInfo what) => CLInfo.Text(functions, deviceId, what);
        T Number<T>(CLDeviceInfo what)
            where T : unmanaged => CLInfo.Number<T>(functions, deviceId, what);
    }

    /// <summary>The platform: a driver.</summary>
    public IntPtr PlatformId { get; }

    /// <summary>The driver's handle of the device.</summary>
    public IntPtr DeviceId { get; }

    /// <summary>The platform's name.</summary>
    public string PlatformName { get; }

    /// <summary>Who made the platform.</summary>
    public string VendorName { get; }

    /// <summary>Who made the device, as far as it matters.</summary>
    public CLDeviceVendor Vendor { get; }

    /// <summary>The kind: CPU, GPU or another.</summary>
    public CLDeviceType DeviceType { get; }

    /// <summary>The clock in MHz.</summary>
    public int ClockRate { get; }

    /// <summary>The extensions it has.</summary>
    public ImmutableArray<string> Extensions { get; }

    internal CLFunctions Functions { get; }

    /// <summary>The version of OpenCL, as the driver writes it: "OpenCL 1.2 …".</summary>
    internal string VersionText { get; }

    internal string DriverVersion { get; }

    /// <inheritdoc/>
    public override Accelerator CreateAccelerator(Context context) => CreateCLAccelerator(context);

    /// <summary>An accelerator on this device.</summary>
    public CLAccelerator CreateCLAccelerator(Context context) => new(context, this);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CLDevice other && other.PlatformId == PlatformId && other.DeviceId == DeviceId;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(PlatformId, DeviceId);

    private static int Fit(ulong value) => (int)Math.Min(value, int.MaxValue);
}
