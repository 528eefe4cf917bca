using System.Runtime.CompilerServices;

namespace ILGPU.Runtime.CPU;

/// <summary>A kernel that is run by calling it, a work-item at a time.</summary>
internal sealed class CPUKernel<TIndex, TArguments> : LoadedKernel<TIndex, TArguments>
    where TIndex : struct, IIndex
    where TArguments : struct, IKernelArguments
{
    private readonly CPUAccelerator _accelerator;
    private readonly Delegate _call;
    private readonly KernelTraits _traits;
    private readonly int _groupSize;
    private readonly WorkEstimate _estimate = new();
    private CPULaunch<TIndex, TArguments>? _spare;

    public CPUKernel(CPUAccelerator accelerator, KernelSource source)
        : base(accelerator, source)
    {
        _accelerator = accelerator;
        _groupSize = source.GroupSize > 0 ? source.GroupSize : accelerator.WarpSize;
        _traits = KernelTraits.Of(source.Method);
        if (source.Grouping == KernelGrouping.Implicit) _traits.CheckImplicit(source);

        var type = source.Grouping == KernelGrouping.Explicit ? TArguments.ExplicitKernel : TArguments.ImplicitKernel<TIndex>();
        object? target = source.Method.IsStatic ? null : RuntimeHelpers.GetUninitializedObject(source.Method.DeclaringType!);
        _call = source.Method.CreateDelegate(type, target);
    }

    protected override void Run(AcceleratorStream stream, in TIndex index, in TArguments arguments)
    {
        var shape = typeof(TIndex) == typeof(KernelConfig)
            ? LaunchShape.Of(Source, _accelerator, Unsafe.As<TIndex, KernelConfig>(ref Unsafe.AsRef(in index)))
            : LaunchShape.Of(Source, _groupSize, index);

        // Launches follow one another, so one launch object is nearly always enough. Launches from several threads get one each.
        var launch = Interlocked.Exchange(ref _spare, null) ?? new(_call);
        launch.Prepare(shape, index, arguments, wholeGroups: _traits.UsesSharedMemory);
        try
        {
            if (_traits.UsesBarriers && shape.GroupSize > 1)
                BarrierTeam.Run(launch);
            else
                launch.Run(_accelerator.Workers, _estimate);
        }
        finally
        {
            launch.Clear();
            _spare = launch;
        }
    }
}
