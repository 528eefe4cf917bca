using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace GpuJazz.Tests.ILGPU;

/// <summary>Launches of compiled kernels on the processor.</summary>
public sealed class CpuLaunchTests : AcceleratorTest
{
    [Fact]
    public void A_launch_leaves_nothing_on_the_managed_heap()
    {
        const int Launches = 200;
        using var values = Accelerator.Allocate1D(new int[4096]);
        ArrayView<int> view = values.View;
        var single = Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(Increment);
        var grouped = Accelerator.LoadStreamKernel<ArrayView<int>, int>(Reverse);
        for (int i = 0; i < 3; i++) Launch();

        // Naming two views for checked mode does allocate; what is left is that alone.
        long checkedMode = AppContext.TryGetSwitch("ILGPU.CheckedViews", out bool enabled) && enabled ? 350 : 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Launches; i++) Launch();
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Launches, 0, checkedMode);

        void Launch()
        {
            single(4096, view, 1);
            grouped((64, 64), view, 2);
        }
    }

    [Fact]
    public void Groups_are_shared_among_cores()
    {
        // What a group finds does not depend on who runs it.
        const int Groups = 500;
        using var alone = new CPUAccelerator(Context, CPUDevice.Nvidia, CPUAcceleratorMode.Sequential);
        Assert.Equal(1, alone.Workers);
        Assert.Equal(Environment.ProcessorCount, ((CPUAccelerator)Accelerator).Workers);
        Assert.Equal(Run(alone), Run(Accelerator));

        static int[] Run(Accelerator accelerator)
        {
            using var values = accelerator.Allocate1D(Enumerable.Range(0, Groups * 64).ToArray());
            var kernel = accelerator.LoadStreamKernel<ArrayView<int>, int>(Reverse);
            for (int i = 0; i < 3; i++) kernel((Groups, 64), values.View, 20_000);
            return values.GetAsArray1D();
        }
    }

    private static void Increment(Index1D index, ArrayView<int> values, int by) => values[index] += by;

    private static void Reverse(ArrayView<int> values, int rounds)
    {
        var shared = SharedMemory.Allocate<int>(64);
        shared[Group.IdxX] = values[Grid.GlobalIndex.X];
        Group.Barrier();
        int value = shared[63 - Group.IdxX];
        for (int i = 0; i < rounds; i++) value = (value * 5) ^ i;
        values[Grid.GlobalIndex.X] = value;
    }
}
