using System.Collections.Immutable;

namespace ILGPU.Runtime.CPU;

/// <summary>The shape of device that the CPU stands in for.</summary>
public enum CPUDeviceKind
{
    /// <summary>The machine itself: groups of up to 1024, a multiprocessor a core.</summary>
    Default,

    /// <summary>The group and warp sizes of an NVIDIA GPU.</summary>
    Nvidia,

    /// <summary>The group and warp sizes of an AMD GPU.</summary>
    AMD,

    /// <summary>The group and warp sizes of an old AMD GPU.</summary>
    LegacyAMD,

    /// <summary>The group and warp sizes of an Intel GPU.</summary>
    Intel,
}

/// <summary>The CPU as a device.</summary>
public sealed class CPUDevice : Device
{
    /// <summary>The machine itself.</summary>
    public static readonly CPUDevice Default = new(4, 256, Environment.ProcessorCount);

    /// <summary>The sizes of an NVIDIA GPU.</summary>
    public static readonly CPUDevice Nvidia = new(32, 32, 1);

    /// <summary>The sizes of an AMD GPU.</summary>
    public static readonly CPUDevice AMD = new(32, 8, 1);

    /// <summary>The sizes of an old AMD GPU.</summary>
    public static readonly CPUDevice LegacyAMD = new(64, 4, 1);

    /// <summary>The sizes of an Intel GPU.</summary>
    public static readonly CPUDevice Intel = new(16, 8, 1);

    /// <summary>All of them, in the order of <see cref="CPUDeviceKind"/>.</summary>
    public static readonly ImmutableArray<CPUDevice> All = [Default, Nvidia, AMD, LegacyAMD, Intel];

    /// <summary>A device of given sizes.</summary>
    /// <param name="numThreadsPerWarp">The work-items of a warp, 2 or more.</param>
    /// <param name="numWarpsPerMultiprocessor">The warps of a group at most, a power of two.</param>
    /// <param name="numMultiprocessors">The multiprocessors, 1 or more.</param>
    public CPUDevice(int numThreadsPerWarp, int numWarpsPerMultiprocessor, int numMultiprocessors)
        : base(AcceleratorType.CPU)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numThreadsPerWarp, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(numWarpsPerMultiprocessor, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(numMultiprocessors, 1);
        int group = checked(numThreadsPerWarp * numWarpsPerMultiprocessor);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(group, short.MaxValue, nameof(numWarpsPerMultiprocessor));

        Name = nameof(CPUAccelerator);
        WarpSize = numThreadsPerWarp;
        MaxNumThreadsPerGroup = group;
        MaxNumThreadsPerMultiprocessor = group;
        NumMultiprocessors = numMultiprocessors;
        MaxGroupSize = new Index3D(group, group, group);
        MaxGridSize = new Index3D(int.MaxValue, ushort.MaxValue, ushort.MaxValue);
        MemorySize = long.MaxValue;
        MaxSharedMemoryPerGroup = int.MaxValue;
        MaxConstantMemory = int.MaxValue;
    }

    /// <summary>The most work-items at once.</summary>
    public int NumThreads => MaxNumThreads;

    /// <summary>The device of a kind.</summary>
    public static CPUDevice GetDevice(CPUDeviceKind kind) =>
        kind is < CPUDeviceKind.Default or > CPUDeviceKind.Intel ? throw new ArgumentOutOfRangeException(nameof(kind)) : All[(int)kind];

    /// <inheritdoc/>
    public override Accelerator CreateAccelerator(Context context) => CreateCPUAccelerator(context);

    /// <summary>An accelerator that uses all cores.</summary>
    public CPUAccelerator CreateCPUAccelerator(Context context) => CreateCPUAccelerator(context, CPUAcceleratorMode.Auto);

    /// <summary>An accelerator that spreads work-items in a given way.</summary>
    public CPUAccelerator CreateCPUAccelerator(Context context, CPUAcceleratorMode mode) => new(context, this, mode);
}
