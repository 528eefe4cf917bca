using GpuJazz.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU.Cuda;

public sealed class QueueTests : CudaTest
{
    [StandInFact]
    public void Launches_on_a_stream_follow_each_other_and_run_when_they_are_waited_for()
    {
        using var values = Accelerator.Allocate1D(new int[1000]);
        var kernel = Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(TimesThreePlus);
        int expected = 0;
        for (int i = 0; i < 20; i++)
        {
            kernel(1000, values.View, i);
            expected = unchecked((3 * expected) + i);
        }

        Assert.All(values.GetAsArray1D(), value => Assert.Equal(expected, value));
        Assert.Equal(20, Driver!["launches"]);
    }

    [StandInFact]
    public void A_kernel_sees_only_the_part_that_it_is_given()
    {
        using var values = Accelerator.Allocate1D(Enumerable.Repeat(1, 10).ToArray());
        Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(TimesThreePlus)(4, values.View.SubView(3, 4), 5);
        Assert.Equal([1, 1, 1, 8, 8, 8, 8, 1, 1, 1], values.GetAsArray1D());
    }

    [StandInFact]
    public void More_dynamic_memory_than_a_group_has_by_itself_is_asked_for()
    {
        const int Count = 40_000 / sizeof(int) * 4;
        using var result = Accelerator.Allocate1D<int>(1);
        var kernel = Accelerator.LoadStreamKernel<ArrayView<int>>(LastOfDynamicMemory);
        kernel(new KernelConfig(1, 32, SharedMemoryConfig.RequestDynamic<int>(Count)), result.View);
        Assert.Equal(Count, result.GetAsArray1D()[0]);
        Assert.Equal(sizeof(int) * Count, Driver!["dynamic bytes"]);
    }

    [StandInFact]
    public void Recorded_launches_run_as_often_as_they_are_launched_and_not_before()
    {
        using var values = Accelerator.Allocate1D(new int[100]);
        using var others = Accelerator.Allocate1D(new int[100]);
        var kernel = Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(TimesThreePlus);
        using (var recorded = Accelerator.DefaultStream.Record(() =>
        {
            kernel(100, values.View, 1);
            kernel(100, values.View, 2);
            values.View.CopyTo(Accelerator.DefaultStream, others.View);
        }))
        {
            Assert.Equal(0, values.GetAsArray1D()[0]);
            recorded.Launch();
            Assert.Equal(5, values.GetAsArray1D()[7]);
            recorded.Launch();
            Assert.Equal((((5 * 3) + 1) * 3) + 2, others.GetAsArray1D()[99]);
        }

        Assert.Equal(2, Driver!["graph launches"]);
        Assert.Equal(2, Driver["launches"]);
        Assert.Equal(0, Driver["graphs"]);
    }

    [StandInFact]
    public void What_another_thread_launches_meanwhile_is_not_recorded()
    {
        using var values = Accelerator.Allocate1D(new int[100]);
        var kernel = Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(TimesThreePlus);
        using var recorded = Accelerator.DefaultStream.Record(() =>
        {
            kernel(100, values.View, 1);
            var other = new Thread(() => kernel(100, values.View, 2));
            other.Start();
            other.Join();
        });
        Assert.Equal(2, values.GetAsArray1D()[7]);
        recorded.Launch();
        Assert.Equal((2 * 3) + 1, values.GetAsArray1D()[7]);
    }

    [StandInFact]
    public void What_fails_while_it_is_recorded_leaves_the_stream_as_it_was()
    {
        using var values = Accelerator.Allocate1D(new int[4]);
        Assert.Throws<FormatException>(() => Accelerator.DefaultStream.Record(() => throw new FormatException()));
        Assert.ThrowsAny<AcceleratorException>(() => Accelerator.DefaultStream.Record(() => values.GetAsArray1D()));
        Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(TimesThreePlus)(4, values.View, 6);
        Assert.Equal([6, 6, 6, 6], values.GetAsArray1D());
    }

    [StandInFact]
    public void What_is_recorded_beside_is_joined_again()
    {
        using var values = Accelerator.Allocate1D(new[] { 1, 2, 3, 4 });
        using var others = Accelerator.Allocate1D(new[] { 1, 1, 1, 1 });
        var kernel = Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(TimesThreePlus);
        var stream = Accelerator.DefaultStream;
        using (var recorded = stream.Record(() =>
        {
            kernel(4, values.View, 0);
            stream.Beside(() => kernel(4, others.View, 1));
            kernel(4, values.View, 1);
            stream.Join();
            kernel(4, others.View, 2);
            stream.Beside(() => kernel(4, values.View, 0));
        }))
        {
            recorded.Launch();
        }

        Assert.Equal([30, 57, 84, 111], values.GetAsArray1D());
        Assert.Equal([14, 14, 14, 14], others.GetAsArray1D());
        Assert.Equal(1, Driver!["forks"]);

        stream.Beside(() => kernel(4, others.View, 0));
        stream.Join();
        Assert.Equal([42, 42, 42, 42], others.GetAsArray1D());
    }

    [StandInFact]
    public void A_cooperative_kernel_is_launched_cooperatively_and_refused_where_it_does_not_fit()
    {
        using var values = Accelerator.Allocate1D(new int[64]);
        var kernel = Accelerator.LoadStreamKernel<ArrayView<int>>(Together);
        kernel((2, 32), values.View);
        Assert.Equal(Enumerable.Range(0, 64), values.GetAsArray1D());
        Assert.Equal(1, Driver!["cooperative launches"]);
        var error = Assert.ThrowsAny<AcceleratorException>(() => kernel((1000, 32), values.View));
        Assert.Contains("groups don't fit", error.Message, StringComparison.Ordinal);
        Assert.True(Accelerator.RunsAllGroupsAtOnce());
    }

    [StandInFact]
    public void Markers_measure_on_the_device()
    {
        using var values = Accelerator.Allocate1D(new int[4]);
        var kernel = Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(TimesThreePlus);
        using var start = Accelerator.AddProfilingMarker();
        for (int i = 0; i < 5; i++) kernel(4, values.View, i);
        using var end = Accelerator.AddProfilingMarker();
        Assert.Equal(TimeSpan.FromMilliseconds(6), end - start);
    }

    [StandInFact]
    public void A_launch_leaves_nothing_on_the_managed_heap()
    {
        using var values = Accelerator.Allocate1D(new int[64]);
        var kernel = Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>, int>(TimesThreePlus);
        var stream = Accelerator.DefaultStream;
        ArrayView<int> view = values.View;
        for (int i = 0; i < 100; i++) kernel(stream, 64, view, i);

        // Naming views for checked mode does allocate; what is left is that alone.
        long checkedMode = AppContext.TryGetSwitch("ILGPU.CheckedViews", out bool enabled) && enabled ? 1000 : 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) kernel(stream, 64, view, i);
        long perLaunch = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
        Assert.InRange(perLaunch, 0, checkedMode);
    }

    [StandInFact]
    public void Everything_is_given_back_and_every_call_has_its_context()
    {
        var accelerator = Accelerator;
        var values = accelerator.Allocate1D(new int[7]);
        using (var stream = accelerator.CreateStream())
            accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>, int>(TimesThreePlus)(stream, 7, values.View, 1);
        var thread = new Thread(() => values.MemSetToZero());
        thread.Start();
        thread.Join();
        _ = accelerator.AddProfilingMarker();
        accelerator.Dispose();
        foreach (string what in new[] { "buffers", "streams", "events", "modules", "graphs", "overruns", "calls without context" })
            Assert.True(Driver![what] == 0, $"{what}: {Driver[what]}");
        Assert.Equal(0, Driver!.Programs);
    }

    private static void TimesThreePlus(Index1D index, ArrayView<int> values, int added) => values[index] = (3 * values[index]) + added;

    private static void LastOfDynamicMemory(ArrayView<int> result)
    {
        var shared = SharedMemory.GetDynamic<int>();
        for (int i = Group.IdxX; i < shared.IntLength; i += Group.DimX) shared[i] = i + 1;
        Group.Barrier();
        if (Group.IdxX == 0) result[0] = shared[shared.IntLength - 1];
    }

    [CooperativeLaunch]
    private static void Together(ArrayView<int> values) => values[Grid.GlobalLinearIndex] = Grid.GlobalLinearIndex;
}
