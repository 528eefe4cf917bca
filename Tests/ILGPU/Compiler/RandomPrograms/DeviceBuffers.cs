using System.Reflection;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms;

/// <summary>Runs programs on an accelerator, all on the same buffers.</summary>
internal sealed class DeviceBuffers(Accelerator accelerator) : IDisposable
{
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _a = accelerator.Allocate1D(Inputs.Integers);
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _x = accelerator.Allocate1D(Inputs.Floats);
    private readonly MemoryBuffer1D<long, Stride1D.Dense> _b = accelerator.Allocate1D(Inputs.Longs);
    private readonly MemoryBuffer1D<double, Stride1D.Dense> _d = accelerator.Allocate1D(Inputs.Doubles);
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _r = accelerator.Allocate1D(new Outputs().Integers);
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _y = accelerator.Allocate1D(new Outputs().Floats);
    private readonly MemoryBuffer1D<long, Stride1D.Dense> _w = accelerator.Allocate1D(new Outputs().Longs);
    private readonly MemoryBuffer1D<double, Stride1D.Dense> _z = accelerator.Allocate1D(new Outputs().Doubles);

    /// <summary>Makes a kernel ready; then runs launches of it.</summary>
    public Func<Launch, Outputs> Load(MethodInfo kernel)
    {
        if (kernel.GetParameters()[0].ParameterType == typeof(Index1D))
        {
            var implicitly = accelerator.LoadAutoGroupedStreamKernel(kernel.CreateDelegate<Action<
                Index1D, ArrayView<int>, ArrayView<float>, ArrayView<long>, ArrayView<double>,
                ArrayView<int>, ArrayView<float>, ArrayView<long>, ArrayView<double>, int, float>>());
            return launch => Run(() => implicitly(
                launch.Width, _a.View, _x.View, _b.View, _d.View, _r.View, _y.View, _w.View, _z.View, launch.N, launch.S));
        }

        var explicitly = accelerator.LoadStreamKernel(kernel.CreateDelegate<Action<
            ArrayView<int>, ArrayView<float>, ArrayView<long>, ArrayView<double>,
            ArrayView<int>, ArrayView<float>, ArrayView<long>, ArrayView<double>, int, float>>());
        return launch => Run(() => explicitly(
            new KernelConfig(new Index3D(launch.Groups, 1, 1), new Index3D(launch.Width, launch.Height, 1)),
            _a.View, _x.View, _b.View, _d.View, _r.View, _y.View, _w.View, _z.View, launch.N, launch.S));
    }

    public void Dispose()
    {
        _a.Dispose();
        _x.Dispose();
        _b.Dispose();
        _d.Dispose();
        _r.Dispose();
        _y.Dispose();
        _w.Dispose();
        _z.Dispose();
    }

    private Outputs Run(Action launch)
    {
        var before = new Outputs();
        _r.CopyFromCPU(before.Integers);
        _y.CopyFromCPU(before.Floats);
        _w.CopyFromCPU(before.Longs);
        _z.CopyFromCPU(before.Doubles);
        launch();
        accelerator.Synchronize();
        return new(_r.GetAsArray1D(), _y.GetAsArray1D(), _w.GetAsArray1D(), _z.GetAsArray1D());
    }
}
