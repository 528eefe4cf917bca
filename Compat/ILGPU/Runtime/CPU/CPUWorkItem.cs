using System.Runtime.CompilerServices;

namespace ILGPU.Runtime.CPU;

/// <summary>The work-item that a thread runs: where it is in its group and grid, and its memory.</summary>
internal sealed class CPUWorkItem : IDisposable
{
    [ThreadStatic]
    private static CPUWorkItem? t_current;

    [ThreadStatic]
    private static CPUWorkItem? t_own;

    private readonly NativeArena _local = new();
    private readonly GroupMemory _ownShared = new();
    private GroupMemory _shared;
    private int _sharedBlocks;
    private BarrierTeam? _team;
    private string _kernel = "";
    private int _dynamicSharedBytes;
    private Index3D _gridDimension;
    private Index3D _groupDimension;
    private Index3D _gridIndex;
    private Index3D _groupIndex;

    private CPUWorkItem() => _shared = _ownShared;

    /// <summary>The work-item of this thread. Outside of a kernel: <see cref="InvalidKernelOperationException"/>.</summary>
    public static CPUWorkItem Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => t_current ?? throw new InvalidKernelOperationException();
    }

    /// <summary>The groups of the launch.</summary>
    public Index3D GridDimension => _gridDimension;

    /// <summary>The work-items of a group.</summary>
    public Index3D GroupDimension => _groupDimension;

    /// <summary>The group in the grid.</summary>
    public Index3D GridIndex => _gridIndex;

    /// <summary>The work-item in its group.</summary>
    public Index3D GroupIndex => _groupIndex;

    /// <summary>The threads of the group, which only work-items that meet at barriers have.</summary>
    public BarrierTeam? Team => _team;

    /// <summary>Begins a part of a launch on this thread.</summary>
    /// <param name="shape">The launch.</param>
    /// <param name="team">The threads of the group, or null where this thread runs all of a group.</param>
    public static CPUWorkItem Enter(in LaunchShape shape, BarrierTeam? team)
    {
        var item = t_own ??= new();
        item._kernel = shape.Kernel;
        item._gridDimension = shape.Grid;
        item._groupDimension = shape.Group;
        item._dynamicSharedBytes = shape.DynamicSharedBytes;
        item._team = team;
        item._shared = team?.Memory ?? item._ownShared;
        t_current = item;
        return item;
    }

    /// <summary>Ends the part of the launch: this thread is outside of kernels again.</summary>
    public void Leave()
    {
        t_current = null;
        _team = null;
        _shared = _ownShared;
    }

    /// <summary>Begins a group.</summary>
    public void StartGroup(long group)
    {
        _gridIndex = LaunchShape.At(_gridDimension, group);
        if (_team is null) _ownShared.StartGroup(_dynamicSharedBytes);
    }

    /// <summary>Begins a work-item.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StartItem(int inGroup)
    {
        _groupIndex = LaunchShape.At(_groupDimension, inGroup);
        _sharedBlocks = 0;
        _local.Reset();
    }

    /// <summary>Memory of this work-item alone, of undefined content.</summary>
    public unsafe ArrayView<T> AllocateLocal<T>(int length)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var origin = CheckedViews.Enabled ? new ViewOrigin(_kernel, "LocalMemory.Allocate", null) : null;
        return new((T*)_local.Allocate((long)length * sizeof(T)), length, origin);
    }

    /// <summary>The next block of the group's shared memory.</summary>
    public ArrayView<T> AllocateShared<T>(int length)
        where T : unmanaged => _shared.Block<T>(_kernel, _sharedBlocks++, length);

    /// <summary>The dynamic shared memory of the launch.</summary>
    public ArrayView<T> DynamicShared<T>()
        where T : unmanaged => _shared.Dynamic<T>(_kernel);

    public void Dispose()
    {
        t_own = null;
        _local.Dispose();
        _ownShared.Dispose();
    }
}
