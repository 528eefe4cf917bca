using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace GpuJazz.Tests.ILGPU;

public sealed class LaunchTests : IDisposable
{
    private readonly Context _context = Context.Create(builder => builder.CPU(CPUDeviceKind.Nvidia).EnableAlgorithms());
    private readonly Accelerator _accelerator;

    public LaunchTests() => _accelerator = _context.GetPreferredDevice(preferCPU: true).CreateAccelerator(_context);

    public void Dispose()
    {
        _accelerator.Dispose();
        _context.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    [InlineData(100003)]
    public void An_automatically_grouped_launch_covers_each_index_once(int size)
    {
        using var counts = _accelerator.Allocate1D<int>(size);
        counts.MemSetToZero();
        var kernel = _accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Count);
        for (int launch = 1; launch <= 3; launch++)
        {
            kernel(size, counts.View);
            Assert.All(counts.GetAsArray1D(), count => Assert.Equal(launch, count));
        }
    }

    [Fact]
    public void An_explicit_launch_covers_each_work_item_once()
    {
        using var places = _accelerator.Allocate1D<int>(5 * 7);
        var kernel = _accelerator.LoadStreamKernel<ArrayView<int>, SpecializedValue<int>>(Places);
        kernel((5, 7), places.View, SpecializedValue.New(100));
        _accelerator.Synchronize();
        Assert.Equal(Enumerable.Range(0, 35).Select(i => 100 + i), places.GetAsArray1D());
    }

    private static void Count(Index1D index, ArrayView<int> counts)
    {
        var local = LocalMemory.Allocate<float>(4);
        local[0] = XMath.Exp(0f);
        counts[index] += (int)local[0];
    }

    private static void Places(ArrayView<int> places, SpecializedValue<int> offset) =>
        places[Grid.GlobalLinearIndex] = offset + (Grid.IdxX * Group.DimX) + Group.IdxX;
}
