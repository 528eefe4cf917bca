namespace ILGPU.Runtime.Cuda;

/// <summary>What the driver can be asked about a device, by the numbers of its interface.</summary>
internal enum CudaDeviceAttribute
{
    MaxThreadsPerBlock = 1,
    MaxBlockX = 2,
    MaxBlockY = 3,
    MaxBlockZ = 4,
    MaxGridX = 5,
    MaxGridY = 6,
    MaxGridZ = 7,
    SharedMemoryPerBlock = 8,
    ConstantMemory = 9,
    WarpSize = 10,
    ClockRate = 13,
    Multiprocessors = 16,
    MemoryClockRate = 36,
    MemoryBusWidth = 37,
    L2CacheSize = 38,
    MaxThreadsPerMultiprocessor = 39,
    CapabilityMajor = 75,
    CapabilityMinor = 76,
    SharedMemoryPerMultiprocessor = 81,
    CooperativeLaunch = 95,
    SharedMemoryPerBlockOnDemand = 97,
}

/// <summary>What the driver can be asked and told about a compiled kernel.</summary>
internal enum CudaFunctionAttribute
{
    MaxThreadsPerBlock = 0,
    SharedBytes = 1,
    MaxDynamicSharedBytes = 8,
}
