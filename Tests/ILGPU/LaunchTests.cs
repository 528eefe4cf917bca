using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU;

public sealed class LaunchTests : AcceleratorTest
{
    [Theory]
    [OnEachDevice(1)]
    [OnEachDevice(2)]
    [OnEachDevice(63)]
    [OnEachDevice(64)]
    [OnEachDevice(65)]
    [OnEachDevice(1000)]
    [OnEachDevice(100003)]
    public void An_automatically_grouped_launch_covers_each_index_once(string device, int size)
    {
        Use(device);
        using var counts = Accelerator.Allocate1D<int>(size);
        counts.MemSetToZero();
        var kernel = Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Count);
        for (int launch = 1; launch <= 3; launch++)
        {
            kernel(size, counts.View);
            Accelerator.Synchronize();
            Assert.All(counts.GetAsArray1D(), count => Assert.Equal(launch, count));
        }
    }

    [Theory]
    [OnEachDevice(1, 1)]
    [OnEachDevice(5, 7)]
    [OnEachDevice(300, 64)]
    public void An_explicitly_grouped_launch_covers_each_work_item_once(string device, int groups, int groupSize)
    {
        Use(device);
        using var places = Accelerator.Allocate1D<int>(groups * groupSize);
        var kernel = Accelerator.LoadStreamKernel<ArrayView<int>>(Places);
        kernel(new KernelConfig(groups, groupSize), places.View);
        Accelerator.Synchronize();
        Assert.Equal(Enumerable.Range(0, groups * groupSize).Select(i => (1000 * (i / groupSize)) + (i % groupSize)), places.GetAsArray1D());
    }

    [Theory]
    [OnEachDevice]
    public void Groups_and_grids_have_three_dimensions(string device)
    {
        Use(device);
        using var seen = Accelerator.Allocate1D<int>(2 * 3 * 4 * 5 * 2 * 3);
        seen.MemSetToZero();
        var kernel = Accelerator.LoadStreamKernel<ArrayView<int>>(MarkInThreeDimensions);
        kernel(new KernelConfig(new Index3D(2, 3, 4), new Index3D(5, 2, 3)), seen.View);
        Accelerator.Synchronize();
        Assert.All(seen.GetAsArray1D(), value => Assert.Equal(1, value));
    }

    [Theory]
    [OnEachDevice]
    public void An_extent_of_two_dimensions_gives_each_pair_once(string device)
    {
        Use(device);
        using var seen = Accelerator.Allocate1D<int>(7 * 5);
        seen.MemSetToZero();
        Accelerator.LoadAutoGroupedStreamKernel<Index2D, ArrayView<int>>(MarkPair)(new Index2D(7, 5), seen.View);
        Accelerator.Synchronize();
        Assert.All(seen.GetAsArray1D(), value => Assert.Equal(1, value));
    }

    [Theory]
    [OnEachDevice]
    public void An_extent_of_three_dimensions_gives_each_triple_once(string device)
    {
        Use(device);
        using var seen = Accelerator.Allocate1D<int>(7 * 5 * 3);
        seen.MemSetToZero();
        Accelerator.LoadAutoGroupedStreamKernel<Index3D, ArrayView<int>>(MarkTriple)(new Index3D(7, 5, 3), seen.View);
        Accelerator.Synchronize();
        Assert.All(seen.GetAsArray1D(), value => Assert.Equal(1, value));
    }

    [Theory]
    [OnEachDevice]
    public void A_launch_may_name_its_stream(string device)
    {
        Use(device);
        using var stream = Accelerator.CreateStream();
        using var counts = Accelerator.Allocate1D(stream, new int[100]);
        Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>>(Count)(stream, 100, counts.View);
        Accelerator.LoadImplicitlyGroupedKernel<Index1D, ArrayView<int>>(Count, 32)(stream, 50, counts.View);
        Accelerator.LoadImplicitlyGroupedStreamKernel<Index1D, ArrayView<int>>(Count, 32)(25, counts.View);
        Accelerator.Synchronize();
        stream.Synchronize();
        Assert.Equal(Enumerable.Range(0, 100).Select(i => i < 25 ? 3 : i < 50 ? 2 : 1), counts.GetAsArray1D(stream));

        Accelerator.LoadKernel<ArrayView<int>>(Places)(stream, (10, 10), counts.View);
        stream.Synchronize();
        Assert.Equal(9009, counts.GetAsArray1D(stream)[99]);
    }

    [Theory]
    [OnEachDevice]
    public void Twelve_arguments_arrive_in_order(string device)
    {
        Use(device);
        using var sum = Accelerator.Allocate1D<double>(1);
        var kernel = Accelerator.LoadStreamKernel<
            ArrayView<double>, int, long, float, double, byte, short, uint, ulong, Index1D, SpecializedValue<int>, Pair>(Twelve);
        kernel((1, 1), sum.View, 1, 2, 3, 4, 5, 6, 7, 8, 9, SpecializedValue.New(10), new Pair { First = 11, Second = 12 });
        Accelerator.Synchronize();
        Assert.Equal(121110987654321.0, sum.GetAsArray1D()[0]);
    }

    [Theory]
    [OnEachDevice]
    public void Views_travel_in_structs(string device)
    {
        Use(device);
        using var inputs = Accelerator.Allocate1D([1f, 2f, 3f]);
        using var outputs = Accelerator.Allocate1D<float>(3);
        var buffers = new Buffers { Inner = new Inner { Input = inputs.View, Scale = 10 }, Output = outputs.View };
        Accelerator.LoadAutoGroupedStreamKernel<Index1D, Buffers>(Scale)(3, buffers);
        Accelerator.Synchronize();
        Assert.Equal([10f, 20f, 30f], outputs.GetAsArray1D());
    }

    [Theory]
    [OnEachDevice]
    public void A_specialised_value_is_its_value_in_the_kernel(string device)
    {
        Use(device);
        using var result = Accelerator.Allocate1D<int>(1);
        var kernel = Accelerator.LoadStreamKernel<ArrayView<int>, SpecializedValue<int>>(Store);
        foreach (int value in new[] { 64, 65, 64 })
        {
            kernel((1, 1), result.View, SpecializedValue.New(value));
            Accelerator.Synchronize();
            Assert.Equal(value, result.GetAsArray1D()[0]);
        }
    }

    [Theory]
    [OnEachDevice]
    public void Two_threads_can_each_have_an_accelerator(string device)
    {
        Use(device);
        int[] Work()
        {
            using var accelerator = Accelerator.Device.CreateAccelerator(Context);
            using var counts = accelerator.Allocate1D<int>(5000);
            counts.MemSetToZero();
            var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Count);
            for (int i = 0; i < 100; i++) kernel(5000, counts.View);
            accelerator.Synchronize();
            return counts.GetAsArray1D();
        }

        var results = new int[2][];
        var threads = Enumerable.Range(0, 2).Select(i => new Thread(() => results[i] = Work())).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.All(results, counts => Assert.All(counts, count => Assert.Equal(100, count)));
    }

    [Fact]
    public void Two_threads_can_launch_one_kernel()
    {
        var kernel = Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>>(Count);
        int[] Work()
        {
            using var stream = Accelerator.CreateStream();
            using var counts = Accelerator.Allocate1D(stream, new int[5000]);
            for (int i = 0; i < 100; i++) kernel(stream, 5000, counts.View);
            stream.Synchronize();
            return counts.GetAsArray1D(stream);
        }

        var results = new int[3][];
        var threads = Enumerable.Range(0, results.Length).Select(i => new Thread(() => results[i] = Work())).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.All(results, counts => Assert.All(counts, count => Assert.Equal(100, count)));
    }

    private static void Count(Index1D index, ArrayView<int> counts) => counts[index]++;

    private static void Places(ArrayView<int> places) => places[Grid.GlobalLinearIndex] = (1000 * Grid.IdxX) + Group.IdxX;

    private static void MarkInThreeDimensions(ArrayView<int> seen)
    {
        var index = Grid.GlobalIndex;
        seen[(((index.Z * Grid.DimY * Group.DimY) + index.Y) * Grid.DimX * Group.DimX) + index.X]++;
    }

    private static void MarkPair(Index2D index, ArrayView<int> seen) => seen[(index.Y * 7) + index.X]++;

    private static void MarkTriple(Index3D index, ArrayView<int> seen) => seen[(((index.Z * 5) + index.Y) * 7) + index.X]++;

    private static void Twelve(
        ArrayView<double> sum, int a, long b, float c, double d, byte e, short f, uint g, ulong h, Index1D i, SpecializedValue<int> j, Pair k) =>
        sum[0] = a + (1e1 * b) + (1e2 * c) + (1e3 * d) + (1e4 * e) + (1e5 * f) + (1e6 * g) + (1e7 * h) + (1e8 * i.X)
            + (1e9 * j.Value) + (1e11 * k.First) + (1e13 * k.Second);

    private static void Scale(Index1D index, Buffers buffers) =>
        buffers.Output[index] = buffers.Inner.Input[index] * buffers.Inner.Scale;

    private static void Store(ArrayView<int> result, SpecializedValue<int> value) => result[0] = value;
}
