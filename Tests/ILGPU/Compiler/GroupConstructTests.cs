using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU.Compiler;

/// <summary>Each construct that a group needs, on each device, in groups of many sizes.</summary>
public sealed class GroupConstructTests : AcceleratorTest
{
    private static readonly int[] Sizes = [1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 63, 64, 65, 70];

    [Theory]
    [OnEachDevice]
    public void Sums_by_halves(string device) => ForEachSize(device, size =>
    {
        int width = 1 << (31 - int.LeadingZeroCount(size));
        float[] data = [.. Enumerable.Range(0, 3 * width).Select(i => (float)(i % 13))];
        using var input = Accelerator.Allocate1D(data);
        using var output = Accelerator.Allocate1D<float>(3);
        Accelerator.LoadStreamKernel<ArrayView<float>, ArrayView<float>>(GroupConstructs.BarriersInALoop)((3, width), input.View, output.View);
        Assert.Equal(data.Chunk(width).Select(chunk => chunk.Sum()), Read(output));
    });

    [Theory]
    [OnEachDevice]
    public void Dynamic_memory(string device) => ForEachSize(device, size =>
    {
        double[] data = [.. Enumerable.Range(0, 100).Select(i => i * 0.5)];
        using var input = Accelerator.Allocate1D(data);
        using var output = Accelerator.Allocate1D<double>(2 * size);
        var config = new KernelConfig(2, size, SharedMemoryConfig.RequestDynamic<double>(100));
        Accelerator.LoadStreamKernel<ArrayView<double>, ArrayView1D<double, Stride1D.Dense>>(GroupConstructs.DynamicMemory)(config, input.View, output.View);
        Assert.Equal(Enumerable.Range(0, 2 * size).Select(i => (99 - i % size) * 0.5), Read(output));
    });

    [Theory]
    [OnEachDevice]
    public void Atomics(string device) => ForEachSize(device, size =>
    {
        using var integers = Accelerator.Allocate1D([0, 3]);
        using var floats = Accelerator.Allocate1D([-1f, 0f, 0f]);
        using var longs = Accelerator.Allocate1D([0L]);
        Accelerator.LoadStreamKernel<ArrayView<int>, ArrayView<float>, ArrayView<long>>(GroupConstructs.Atomics)((1, size), integers.View, floats.View, longs.View);
        Assert.Equal([size * (size - 1) / 2, 4], Read(integers));
        Assert.Equal([size - 1, 1.5f * size], Read(floats).Take(2));
        Assert.Equal([size % 2 * 5L], Read(longs));
    });

    [Theory]
    [OnEachDevice]
    public void Votes(string device) => ForEachSize(device, size =>
    {
        if (size == 1) return;
        foreach (int high in new[] { 0, size / 2, size })
        {
            int[] data = [.. Enumerable.Range(0, size).Select(i => i < high ? 4 : 3)];
            using var input = Accelerator.Allocate1D(data);
            using var output = Accelerator.Allocate1D<int>(size);
            Accelerator.LoadStreamKernel<ArrayView<int>, ArrayView<int>>(GroupConstructs.Votes)((1, size), input.View, output.View);
            Assert.Equal(Enumerable.Repeat(high > 0 ? (size + 1) / 2 + 1 : 0, size), Read(output));
        }
    });

    [Theory]
    [OnEachDevice]
    public void Specialized_sizes(string device)
    {
        Use(device);
        using var output = Accelerator.Allocate1D<float>(20);
        var kernel = Accelerator.LoadStreamKernel<ArrayView<float>, SpecializedValue<int>>(GroupConstructs.Specialized);
        foreach (int size in new[] { 3, 8, 1 })
        {
            kernel((1, 20), output.View, SpecializedValue.New(size));
            Assert.Equal(Enumerable.Range(0, 20).Select(i => size > 2 ? i % size : 1f), Read(output));
        }
    }

    [Theory]
    [OnEachDevice]
    public void Groups_of_two_dimensions(string device)
    {
        Use(device);
        foreach (var (x, y) in new[] { (1, 1), (13, 3), (3, 13), (8, 4), (1, 17), (32, 2) })
        {
            using var output = Accelerator.Allocate1D<int>(2 * 3 * x * y);
            Accelerator.LoadStreamKernel<ArrayView<int>>(MoreGroupConstructs.TransposeTile)((new Index2D(2, 3), new Index2D(x, y)), output.View);
            var wanted = from tile in Enumerable.Range(0, 6)
                         from row in Enumerable.Range(0, y)
                         from column in Enumerable.Range(0, x)
                         let other = (column * y) + row
                         select (tile * 10000) + (other % x * 100) + (other / x);
            Assert.Equal(wanted, Read(output));
        }
    }

    [Theory]
    [OnEachDevice]
    public void Values_live_across_barriers(string device) => ForEachSize(device, size =>
    {
        using var output = Accelerator.Allocate1D<int>(2 * size);
        Accelerator.LoadStreamKernel<ArrayView<int>, int>(MoreGroupConstructs.Relay)((2, size), output.View, 5);
        Assert.Equal(Enumerable.Range(0, 2 * size).Select(i => Relayed(i, size, 5)), Read(output));
    });

    [Theory]
    [OnEachDevice]
    public void Prefix_sums(string device) => ForEachSize(device, size =>
    {
        using var output = Accelerator.Allocate1D<int>(3 * size);
        Accelerator.LoadStreamKernel<ArrayView<int>>(MoreGroupConstructs.PrefixSums)((3, size), output.View);
        Assert.Equal(Enumerable.Range(0, 3 * size).Select(i => Enumerable.Range(i - i % size, i % size + 1).Sum(j => j * 7 % 11)), Read(output));
    });

    [Theory]
    [OnEachDevice]
    public void A_histogram_of_the_group(string device) => ForEachSize(device, size =>
    {
        using var output = Accelerator.Allocate1D<int>(2 * 8);
        Accelerator.LoadStreamKernel<ArrayView<int>>(MoreGroupConstructs.Histogram)((2, size), output.View);
        var wanted = from at in Enumerable.Range(0, 16)
                     select Enumerable.Range(at / 8 * size, size).Count(i => i * i % 8 == at % 8 && i % 3 != 0);
        Assert.Equal(wanted, Read(output));
    });

    [Theory]
    [OnEachDevice]
    public void Rounds_end_when_all_agree(string device) => ForEachSize(device, size =>
    {
        using var output = Accelerator.Allocate1D<int>(size);
        Accelerator.LoadStreamKernel<ArrayView<int>>(MoreGroupConstructs.UntilAllAgree)((1, size), output.View);
        Assert.Equal(Enumerable.Repeat((size - 1) * 100 + size - 1, size), Read(output));
    });

    private static int Relayed(int index, int size, int rounds)
    {
        int value = index * 3;
        for (int i = 1; i <= rounds; i++) value += index - index % size + (index % size + i) % size;
        return value;
    }

    private void ForEachSize(string device, Action<int> test)
    {
        Use(device);
        foreach (int size in Sizes) test(size);
    }

    private T[] Read<T>(MemoryBuffer1D<T, Stride1D.Dense> buffer)
        where T : unmanaged
    {
        Accelerator.Synchronize();
        return buffer.GetAsArray1D();
    }
}
