namespace ILGPU;

/// <summary>The geometry of a launch: how many groups, how many work-items a group, and dynamic shared memory.</summary>
public readonly struct KernelConfig : IIndex
{
    /// <summary>Groups and work-items a group in one dimension.</summary>
    public KernelConfig(Index1D gridDim, Index1D groupDim)
        : this(gridDim, groupDim, default)
    {
    }

    /// <summary>Groups and work-items a group in one dimension, with dynamic shared memory.</summary>
    public KernelConfig(Index1D gridDim, Index1D groupDim, SharedMemoryConfig sharedMemoryConfig)
        : this(new Index3D(gridDim.X, 1, 1), new Index3D(groupDim.X, 1, 1), sharedMemoryConfig)
    {
    }

    /// <summary>Groups and work-items a group in two dimensions.</summary>
    public KernelConfig(Index2D gridDim, Index2D groupDim)
        : this(gridDim, groupDim, default)
    {
    }

    /// <summary>Groups and work-items a group in two dimensions, with dynamic shared memory.</summary>
    public KernelConfig(Index2D gridDim, Index2D groupDim, SharedMemoryConfig sharedMemoryConfig)
        : this(new Index3D(gridDim.X, gridDim.Y, 1), new Index3D(groupDim.X, groupDim.Y, 1), sharedMemoryConfig)
    {
    }

    /// <summary>Groups and work-items a group in three dimensions.</summary>
    public KernelConfig(Index3D gridDim, Index3D groupDim)
        : this(gridDim, groupDim, default)
    {
    }

    /// <summary>Groups and work-items a group in three dimensions, with dynamic shared memory.</summary>
    public KernelConfig(Index3D gridDim, Index3D groupDim, SharedMemoryConfig sharedMemoryConfig)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gridDim.LongSize, nameof(gridDim));
        ArgumentOutOfRangeException.ThrowIfNegative(groupDim.LongSize, nameof(groupDim));
        GridDim = gridDim;
        GroupDim = groupDim;
        SharedMemoryConfig = sharedMemoryConfig;
    }

    /// <summary>The number of groups.</summary>
    public Index3D GridDim { get; }

    /// <summary>The number of work-items a group.</summary>
    public Index3D GroupDim { get; }

    /// <summary>The dynamic shared memory that the launch asks for.</summary>
    public SharedMemoryConfig SharedMemoryConfig { get; }

    /// <summary>Whether the launch asks for dynamic shared memory.</summary>
    public bool UsesDynamicSharedMemory => SharedMemoryConfig.UsesDynamicSharedMemory;

    /// <summary>Whether there is at least one group of one work-item.</summary>
    public bool IsValid => GridDim.X > 0 && GridDim.Y > 0 && GridDim.Z > 0 && GroupDim.X > 0 && GroupDim.Y > 0 && GroupDim.Z > 0;

    /// <summary>The number of work-items.</summary>
    public long Size => GridDim.LongSize * GroupDim.LongSize;

    /// <summary>The dimensions, taken apart.</summary>
    public void Deconstruct(out Index3D gridDim, out Index3D groupDim) => (gridDim, groupDim) = (GridDim, GroupDim);

    /// <summary>A geometry in one dimension.</summary>
    public static implicit operator KernelConfig((Index1D, Index1D) dimensions) => new(dimensions.Item1, dimensions.Item2);

    /// <summary>A geometry in two dimensions.</summary>
    public static implicit operator KernelConfig((Index2D, Index2D) dimensions) => new(dimensions.Item1, dimensions.Item2);

    /// <summary>A geometry in three dimensions.</summary>
    public static implicit operator KernelConfig((Index3D, Index3D) dimensions) => new(dimensions.Item1, dimensions.Item2);

    /// <summary>A geometry in one dimension with dynamic shared memory.</summary>
    public static implicit operator KernelConfig((Index1D, Index1D, SharedMemoryConfig) dimensions) =>
        new(dimensions.Item1, dimensions.Item2, dimensions.Item3);
}
