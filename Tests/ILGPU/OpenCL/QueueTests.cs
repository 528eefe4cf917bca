using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU.OpenCL;

public sealed class QueueTests : OpenCLTest
{
    [OpenCLFact]
    public void Launches_on_a_stream_follow_each_other()
    {
        using var values = Accelerator.Allocate1D(new int[1000]);
        var kernel = Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(TimesThreePlus);
        int expected = 0;
        for (int i = 0; i < 20; i++)
        {
            kernel(1000, values.View, i);
            expected = unchecked((3 * expected) + i);
        }

        Accelerator.Synchronize();
        Assert.All(values.GetAsArray1D(), value => Assert.Equal(expected, value));
    }

    [OpenCLFact]
    public void A_kernel_sees_only_the_part_that_it_is_given()
    {
        using var values = Accelerator.Allocate1D(Enumerable.Repeat(1, 10).ToArray());
        Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(TimesThreePlus)(4, values.View.SubView(3, 4), 5);
        Assert.Equal([1, 1, 1, 8, 8, 8, 8, 1, 1, 1], values.GetAsArray1D());
    }

    [OpenCLFact]
    public void A_view_of_another_element_begins_where_the_first_began()
    {
        using var values = Accelerator.Allocate1D(new double[4]);
        ArrayView<double> all = values.View;
        var second = all.SubView(1).Cast<int>();
        Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(TimesThreePlus)(2, second, 7);
        Assert.Equal([0, 0, 7, 7, 0, 0, 0, 0], all.Cast<int>().GetAsArray());
    }

    [OpenCLFact]
    public void A_launch_leaves_nothing_on_the_managed_heap()
    {
        using var values = Accelerator.Allocate1D(new int[64]);
        var kernel = Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>, int>(TimesThreePlus);
        var stream = Accelerator.DefaultStream;
        ArrayView<int> view = values.View;
        for (int i = 0; i < 100; i++) kernel(stream, 64, view, i);
        Accelerator.Synchronize();

        // Naming views for checked mode does allocate; what is left is that alone.
        long checkedMode = AppContext.TryGetSwitch("ILGPU.CheckedViews", out bool enabled) && enabled ? 1000 : 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) kernel(stream, 64, view, i);
        long perLaunch = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
        Assert.InRange(perLaunch, 0, checkedMode);
    }

    [OpenCLFact]
    public void Threads_can_launch_the_same_kernel_at_once()
    {
        const int Launches = 200;
        var kernel = Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>, int>(Add);
        var results = new int[4][];
        var threads = Enumerable.Range(0, results.Length).Select(t => new Thread(() =>
        {
            using var stream = Accelerator.CreateStream();
            using var values = Accelerator.Allocate1D(stream, new int[100]);
            for (int i = 0; i < Launches; i++) kernel(stream, 100, values.View, t + 1);
            stream.Synchronize();
            results[t] = values.GetAsArray1D(stream);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        for (int t = 0; t < results.Length; t++) Assert.All(results[t], value => Assert.Equal(Launches * (t + 1), value));
    }

    private static void TimesThreePlus(Index1D index, ArrayView<int> values, int added) => values[index] = (3 * values[index]) + added;

    private static void Add(Index1D index, ArrayView<int> values, int added) => values[index] += added;
}
