namespace ILGPU.Runtime;

/// <summary>A device from which accelerators are made.</summary>
public abstract class Device
{
    private protected Device(AcceleratorType type) => AcceleratorType = type;

    /// <summary>The kind of its accelerators.</summary>
    public AcceleratorType AcceleratorType { get; }

    /// <summary>The name.</summary>
    public string Name { get; protected init; } = "<Unknown>";

    /// <summary>The memory in bytes.</summary>
    public long MemorySize { get; protected init; }

    /// <summary>The most groups of a launch, by dimension.</summary>
    public Index3D MaxGridSize { get; protected init; }

    /// <summary>The most work-items of a group, by dimension.</summary>
    public Index3D MaxGroupSize { get; protected init; }

    /// <summary>The most work-items of a group in all.</summary>
    public int MaxNumThreadsPerGroup { get; protected init; }

    /// <summary>The most shared memory of a group in bytes.</summary>
    public int MaxSharedMemoryPerGroup { get; protected init; }

    /// <summary>The most constant memory in bytes.</summary>
    public int MaxConstantMemory { get; protected init; }

    /// <summary>The work-items of a warp.</summary>
    public int WarpSize { get; protected init; }

    /// <summary>The number of multiprocessors.</summary>
    public int NumMultiprocessors { get; protected init; }

    /// <summary>The most work-items at once on a multiprocessor.</summary>
    public int MaxNumThreadsPerMultiprocessor { get; protected init; }

    /// <summary>The most work-items at once.</summary>
    public int MaxNumThreads => NumMultiprocessors * MaxNumThreadsPerMultiprocessor;

    /// <summary>An accelerator on this device.</summary>
    public abstract Accelerator CreateAccelerator(Context context);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Name} [Type: {AcceleratorType}, WarpSize: {WarpSize}, MaxNumThreadsPerGroup: {MaxNumThreadsPerGroup}, MemorySize: {MemorySize}]";
}
