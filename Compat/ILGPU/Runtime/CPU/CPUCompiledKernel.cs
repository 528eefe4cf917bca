using System.Diagnostics;
using System.Runtime.CompilerServices;
using ILGPU.Compiler;
using ILGPU.Compiler.Simd;

namespace ILGPU.Runtime.CPU;

/// <summary>A kernel that is compiled to vector code at its first launch, for each shape of groups and set of specialised values.</summary>
internal sealed class CPUCompiledKernel<TIndex, TArguments> : LoadedKernel<TIndex, TArguments>
    where TIndex : struct, IIndex
    where TArguments : struct, IKernelArguments
{
    private readonly CPUAccelerator _accelerator;
    private readonly WorkEstimate _estimate = new();
    private readonly Lock _lock = new();
    private volatile CompiledVariant[] _variants = [];
    private CPUKernel<TIndex, TArguments>? _calls;
    private CompiledLaunch? _spare;

    public CPUCompiledKernel(CPUAccelerator accelerator, KernelSource source)
        : base(accelerator, source)
    {
        _accelerator = accelerator;
        if (source.Grouping == KernelGrouping.Implicit) KernelTraits.Of(source.Method).CheckImplicit(source);
    }

    protected override void Run(AcceleratorStream stream, in TIndex index, in TArguments arguments)
    {
        Index3D grid;
        GroupGeometry geometry;
        int dynamicSharedBytes = 0;
        if (typeof(TIndex) == typeof(KernelConfig))
        {
            var shape = LaunchShape.Of(Source, _accelerator, Unsafe.As<TIndex, KernelConfig>(ref Unsafe.AsRef(in index)));
            geometry = new(false, shape.Group.X, shape.Group.Y, shape.Group.Z);
            (grid, dynamicSharedBytes) = (shape.Grid, shape.DynamicSharedBytes);
        }
        else
        {
            grid = ExtentOf(index);
            _ = LaunchShape.Of(Source, 1, index);
            geometry = new(true, 0, Rows(1), Rows(2));
        }

        // Launches follow one another, so one launch object is nearly always enough. Launches from several threads get one each.
        var launch = Interlocked.Exchange(ref _spare, null) ?? new();
        try
        {
            launch.Arguments.Walk(arguments);
            long start = 0;
            var variant = Known(geometry, launch.Arguments);
            if (variant is null && _calls is null)
            {
                start = Stopwatch.GetTimestamp();
                variant = Compile(geometry, launch.Arguments, arguments);
            }

            if (variant is null)
            {
                _calls!.Launch(stream, index, arguments);
                return;
            }

            launch.Arguments.Place(variant.Program.Parameters, dynamicSharedBytes);
            launch.Prepare(variant, grid, dynamicSharedBytes);
            launch.Run(_accelerator.Workers, _estimate);
            if (start != 0) FirstLaunches.Took(Source.Name, Stopwatch.GetElapsedTime(start));
        }
        finally
        {
            launch.Clear();
            _spare = launch;
        }

        int Rows(int dimension) => typeof(TIndex) == typeof(Index1D) || (dimension == 2 && typeof(TIndex) == typeof(Index2D)) ? 1 : 0;
    }

    private static Index3D ExtentOf(in TIndex index)
    {
        ref var first = ref Unsafe.AsRef(in index);
        return typeof(TIndex) == typeof(Index1D) ? new(Unsafe.As<TIndex, Index1D>(ref first).X, 1, 1)
            : typeof(TIndex) == typeof(Index2D) ? new(Unsafe.As<TIndex, Index2D>(ref first).X, Unsafe.As<TIndex, Index2D>(ref first).Y, 1)
            : Unsafe.As<TIndex, Index3D>(ref first);
    }

    private CompiledVariant? Known(in GroupGeometry geometry, FrameArguments flat)
    {
        foreach (var variant in _variants)
            if (variant.IsFor(geometry, flat.SpecializedBytes)) return variant;
        return null;
    }

    private CompiledVariant? Compile(GroupGeometry geometry, FrameArguments flat, TArguments arguments)
    {
        lock (_lock)
        {
            if (Known(geometry, flat) is { } known) return known;
            var values = new SpecializedValues();
            ArgumentWalk<TArguments>.Run(arguments, values);
            try
            {
                var program = SimdCompiler.Compile(Source, values.Values, geometry, _accelerator.Lanes, _accelerator.Context.KernelOptions);
                KernelDump.Write(_accelerator.Context.KernelDumpFolder, Source.Name, "cpu", "txt", program.Listing);
                var variant = new CompiledVariant(program, geometry, flat.SpecializedBytes.ToArray());
                _variants = [.. _variants, variant];
                return variant;
            }
            catch (KernelCompilationException) when (_accelerator.RunsWhatIsRefused)
            {
                // The CPU can run any C#: what the compiler does not know is called, a work-item at a time.
                _calls = new(_accelerator, Source);
                return null;
            }
        }
    }
}
