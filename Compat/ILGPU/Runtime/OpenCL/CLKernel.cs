using System.Runtime.CompilerServices;
using ILGPU.Compiler;
using ILGPU.Runtime.CPU;

namespace ILGPU.Runtime.OpenCL;

/// <summary>A kernel that is queued on an OpenCL device, compiled when it is loaded, or anew for each set of specialised values.</summary>
internal sealed class CLKernel<TIndex, TArguments> : LoadedKernel<TIndex, TArguments>
    where TIndex : struct, IIndex
    where TArguments : struct, IKernelArguments
{
    // Enough work-items to fill what runs in step on a GPU; on a CPU, enough to make up for starting a group.
    private const int GroupSizeOnGpu = 128;
    private const int GroupSizeElsewhere = 64;

    private readonly CLAccelerator _accelerator;
    private volatile Variant[] _variants = [];
    private CLArguments? _spare;

    public CLKernel(CLAccelerator accelerator, KernelSource source)
        : base(accelerator, source)
    {
        _accelerator = accelerator;
        if (source.Grouping == KernelGrouping.Implicit) KernelTraits.Of(source.Method).CheckImplicit(source);
        var arguments = new CLArguments(accelerator, source.Name);
        ArgumentWalk<TArguments>.Run(default, arguments);
        if (arguments.SpecializedBytes.IsEmpty) Find(arguments, default);
    }

    protected override void Run(AcceleratorStream stream, in TIndex index, in TArguments arguments)
    {
        // One launch at a time is the rule. Launches from several threads get an object each.
        var flat = Interlocked.Exchange(ref _spare, null) ?? new(_accelerator, Source.Name);
        try
        {
            ArgumentWalk<TArguments>.Run(arguments, flat);
            var compiled = Find(flat, arguments);
            if (typeof(TIndex) == typeof(KernelConfig))
            {
                var shape = LaunchShape.Of(Source, _accelerator, Unsafe.As<TIndex, KernelConfig>(ref Unsafe.AsRef(in index)));
                compiled.Launch((CLStream)stream, flat, shape, default);
            }
            else
            {
                int groupSize = Source.GroupSize > 0 ? Source.GroupSize : Math.Min(PreferredGroupSize, compiled.MaxGroupSize);
                var extent = Extent(index);
                var shape = LaunchShape.Of(Source, groupSize, index) with
                {
                    // Rows of whole groups; the kernel leaves out what lies beyond the extent.
                    Grid = new((int)(((long)extent.X + groupSize - 1) / groupSize), extent.Y, extent.Z),
                };
                compiled.Launch((CLStream)stream, flat, shape, extent);
            }
        }
        finally
        {
            flat.Clear();
            _spare = flat;
        }
    }

    private int PreferredGroupSize =>
        (_accelerator.DeviceType & CLDeviceType.CL_DEVICE_TYPE_GPU) != 0 ? GroupSizeOnGpu : GroupSizeElsewhere;

    private static Index3D Extent(in TIndex index)
    {
        ref var first = ref Unsafe.AsRef(in index);
        return typeof(TIndex) == typeof(Index1D) ? new(Unsafe.As<TIndex, Index1D>(ref first).X, 1, 1)
            : typeof(TIndex) == typeof(Index2D) ? new(Unsafe.As<TIndex, Index2D>(ref first).X, Unsafe.As<TIndex, Index2D>(ref first).Y, 1)
            : Unsafe.As<TIndex, Index3D>(ref first);
    }

    private CLCompiledKernel Find(CLArguments flat, in TArguments arguments)
    {
        foreach (var variant in _variants)
            if (flat.SpecializedBytes.SequenceEqual(variant.Specialized)) return variant.Kernel;
        return Compile(flat.SpecializedBytes.ToArray(), arguments);
    }

    private CLCompiledKernel Compile(byte[] specialized, TArguments arguments)
    {
        var compiled = _accelerator.Programs.GetOrAdd(Source, specialized, () =>
        {
            var values = new SpecializedValues();
            ArgumentWalk<TArguments>.Run(arguments, values);
            return new(_accelerator, Source.Name, KernelCompiler.Compile(Source, values.Values, Dialect.OpenCL, _accelerator.Context.KernelOptions));
        });

        // Two threads may both add the same one; the second does no harm.
        _variants = [.. _variants, new(specialized, compiled)];
        return compiled;
    }

    /// <summary>The kernel compiled for specialised values.</summary>
    private sealed record Variant(byte[] Specialized, CLCompiledKernel Kernel);
}
