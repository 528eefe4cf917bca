using System.Runtime.CompilerServices;
using ILGPU.Runtime.CPU;

namespace ILGPU.Runtime;

/// <summary>A kernel that a driver runs, compiled when it is loaded, or anew for each set of specialised values.</summary>
internal sealed class QueuedKernel<TIndex, TArguments, TFlat, TCompiled> : LoadedKernel<TIndex, TArguments>
    where TIndex : struct, IIndex
    where TArguments : struct, IKernelArguments
    where TFlat : FlatArguments
    where TCompiled : class, ICompiledKernel<TFlat>
{
    private readonly Accelerator _accelerator;
    private readonly IKernelQueue<TFlat, TCompiled> _queue;
    private volatile Variant[] _variants = [];
    private TFlat? _spare;

    public QueuedKernel(Accelerator accelerator, IKernelQueue<TFlat, TCompiled> queue, KernelSource source)
        : base(accelerator, source)
    {
        _accelerator = accelerator;
        _queue = queue;
        if (source.Grouping == KernelGrouping.Implicit) KernelTraits.Of(source.Method).CheckImplicit(source);
        var arguments = queue.NewArguments(source.Name);
        ArgumentWalk<TArguments>.Run(default, arguments);
        if (arguments.SpecializedBytes.IsEmpty) Find(arguments, default);
    }

    protected override void Run(AcceleratorStream stream, in TIndex index, in TArguments arguments)
    {
        // One launch at a time is the rule. Launches from several threads get an object each.
        var flat = Interlocked.Exchange(ref _spare, null) ?? _queue.NewArguments(Source.Name);
        try
        {
            ArgumentWalk<TArguments>.Run(arguments, flat);
            var compiled = Find(flat, arguments);
            if (typeof(TIndex) == typeof(KernelConfig))
            {
                var shape = LaunchShape.Of(Source, _accelerator, Unsafe.As<TIndex, KernelConfig>(ref Unsafe.AsRef(in index)));
                compiled.Launch(stream, flat, shape, default);
            }
            else
            {
                int groupSize = Source.GroupSize > 0 ? Source.GroupSize : Math.Min(_queue.PreferredGroupSize, compiled.MaxGroupSize);
                var extent = Extent(index);
                var shape = LaunchShape.Of(Source, groupSize, index) with
                {
                    // Rows of whole groups; the kernel leaves out what lies beyond the extent.
                    Grid = new((int)(((long)extent.X + groupSize - 1) / groupSize), extent.Y, extent.Z),
                };
                compiled.Launch(stream, flat, shape, extent);
            }
        }
        finally
        {
            flat.Clear();
            _spare = flat;
        }
    }

    private static Index3D Extent(in TIndex index)
    {
        ref var first = ref Unsafe.AsRef(in index);
        return typeof(TIndex) == typeof(Index1D) ? new(Unsafe.As<TIndex, Index1D>(ref first).X, 1, 1)
            : typeof(TIndex) == typeof(Index2D) ? new(Unsafe.As<TIndex, Index2D>(ref first).X, Unsafe.As<TIndex, Index2D>(ref first).Y, 1)
            : Unsafe.As<TIndex, Index3D>(ref first);
    }

    private TCompiled Find(TFlat flat, in TArguments arguments)
    {
        foreach (var variant in _variants)
            if (flat.SpecializedBytes.SequenceEqual(variant.Specialized)) return variant.Kernel;
        return Compile(flat.SpecializedBytes.ToArray(), arguments);
    }

    private TCompiled Compile(byte[] specialized, TArguments arguments)
    {
        var compiled = _queue.Kernels.GetOrAdd(Source, specialized, () =>
        {
            var values = new SpecializedValues();
            ArgumentWalk<TArguments>.Run(arguments, values);
            return _queue.Compile(Source, values.Values);
        });

        // Two threads may both add the same one; the second does no harm.
        _variants = [.. _variants, new(specialized, compiled)];
        return compiled;
    }

    /// <summary>The kernel compiled for specialised values.</summary>
    private sealed record Variant(byte[] Specialized, TCompiled Kernel);
}
