namespace ILGPU.Runtime.OpenCL;

/// <summary>The kind of an OpenCL device.</summary>
public enum CLDeviceType
{
    /// <summary>The platform's default.</summary>
    CL_DEVICE_TYPE_DEFAULT = 1 << 0,

    /// <summary>The processor.</summary>
    CL_DEVICE_TYPE_CPU = 1 << 1,

    /// <summary>A GPU.</summary>
    CL_DEVICE_TYPE_GPU = 1 << 2,

    /// <summary>Another accelerator.</summary>
    CL_DEVICE_TYPE_ACCELERATOR = 1 << 3,

    /// <summary>A device that runs no OpenCL C.</summary>
    CL_DEVICE_TYPE_CUSTOM = 1 << 4,

    /// <summary>All of them.</summary>
    CL_DEVICE_TYPE_ALL = -1,
}

/// <summary>The maker of an OpenCL device, as far as it matters.</summary>
public enum CLDeviceVendor
{
    /// <summary>AMD.</summary>
    AMD,

    /// <summary>Intel.</summary>
    Intel,

    /// <summary>NVIDIA.</summary>
    Nvidia,

    /// <summary>Anyone else.</summary>
    Other,
}

/// <summary>What is asked about a platform.</summary>
internal enum CLPlatformInfo
{
    Version = 0x0901,
    Name = 0x0902,
    Vendor = 0x0903,
}

/// <summary>What is asked about a device.</summary>
internal enum CLDeviceInfo
{
    Type = 0x1000,
    MaxComputeUnits = 0x1002,
    MaxWorkGroupSize = 0x1004,
    MaxWorkItemSizes = 0x1005,
    MaxClockFrequency = 0x100C,
    SingleFpConfig = 0x101B,
    GlobalMemorySize = 0x101F,
    MaxConstantBufferSize = 0x1020,
    LocalMemorySize = 0x1023,
    Available = 0x1027,
    CompilerAvailable = 0x1028,
    Name = 0x102B,
    DriverVersion = 0x102D,
    Version = 0x102F,
    Extensions = 0x1030,
    LanguageVersion = 0x103D,
    WarpSizeNvidia = 0x4003,
    WavefrontWidthAmd = 0x4043,
    SubGroupSizesIntel = 0x4108,
}
