using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU;

public sealed class GroupTests : AcceleratorTest
{
    [Theory]
    [OnEachDevice(1)]
    [OnEachDevice(2)]
    [OnEachDevice(32)]
    [OnEachDevice(64)]
    [OnEachDevice(128)]
    public void A_group_adds_up_in_shared_memory(string device, int groupSize)
    {
        Use(device);
        const int Groups = 3;
        int[] data = [.. Enumerable.Range(1, Groups * groupSize)];
        using var input = Accelerator.Allocate1D(data);
        using var sums = Accelerator.Allocate1D<int>(Groups);
        Accelerator.LoadStreamKernel<ArrayView<int>, ArrayView<int>>(AddUp)((Groups, groupSize), input.View, sums.View);
        Accelerator.Synchronize();
        Assert.Equal(data.Chunk(groupSize).Select(chunk => chunk.Sum()), sums.GetAsArray1D());
    }

    [Theory]
    [OnEachDevice]
    public void Barriers_in_a_loop_keep_work_items_in_step(string device)
    {
        Use(device);
        const int GroupSize = 48;
        using var result = Accelerator.Allocate1D<int>(GroupSize);
        Accelerator.LoadStreamKernel<ArrayView<int>, int>(PassAround)((1, GroupSize), result.View, 17);
        Accelerator.Synchronize();
        Assert.Equal(Enumerable.Range(0, GroupSize).Select(i => (i + 17) % GroupSize), result.GetAsArray1D());
    }

    [Theory]
    [OnEachDevice]
    public void Dynamic_shared_memory_has_the_length_that_was_asked_for(string device)
    {
        Use(device);
        using var result = Accelerator.Allocate1D<int>(4 * 32);
        var config = new KernelConfig(4, 32, SharedMemoryConfig.RequestDynamic<int>(32));
        Accelerator.LoadStreamKernel<ArrayView<int>>(ReverseInDynamicMemory)(config, result.View);
        Accelerator.Synchronize();
        Assert.Equal(Enumerable.Range(0, 128).Select(i => (1000 * (i / 32)) + 32 + 31 - (i % 32)), result.GetAsArray1D());
    }

    [Theory]
    [OnEachDevice]
    public void A_second_block_of_shared_memory_is_another(string device)
    {
        Use(device);
        using var result = Accelerator.Allocate1D<int>(6);
        Accelerator.LoadStreamKernel<ArrayView<int>>(TwoBlocks)((3, 2), result.View);
        Accelerator.Synchronize();
        Assert.Equal([0, 100, 10, 110, 20, 120], result.GetAsArray1D());
    }

    [Theory]
    [OnEachDevice]
    public void Work_items_vote(string device)
    {
        Use(device);
        using var counts = Accelerator.Allocate1D<int>(3);
        Accelerator.LoadStreamKernel<ArrayView<int>>(Vote)((1, 32), counts.View);
        Accelerator.Synchronize();
        Assert.Equal([11, 0, 1], counts.GetAsArray1D());
    }

    [Theory]
    [OnEachDevice]
    public void A_work_item_tells_the_others_its_value(string device)
    {
        Use(device);
        using var results = Accelerator.Allocate1D<int>(64);
        Accelerator.LoadStreamKernel<ArrayView<int>>(Tell)((2, 32), results.View);
        Accelerator.Synchronize();
        Assert.Equal(Enumerable.Range(0, 64).Select(i => i < 32 ? 33 : 1033), results.GetAsArray1D());
    }

    [Theory]
    [OnEachDevice]
    public void A_barrier_is_found_in_what_the_kernel_calls(string device)
    {
        Use(device);
        using var results = Accelerator.Allocate1D<int>(32);
        var kernel = Accelerator.LoadStreamKernel<ArrayView<int>>(Neighbour<WaitInside>);
        for (int i = 0; i < 5; i++) kernel((1, 32), results.View);
        Accelerator.Synchronize();
        Assert.Equal(Enumerable.Range(0, 32).Select(i => (i + 1) % 32), results.GetAsArray1D());
    }

    private static void AddUp(ArrayView<int> input, ArrayView<int> sums)
    {
        var shared = SharedMemory.Allocate<int>(128);
        shared[Group.IdxX] = input[Grid.GlobalIndex.X];
        Group.Barrier();
        for (int step = 64; step > 0; step /= 2)
        {
            if (Group.IdxX < step && Group.IdxX + step < Group.DimX) shared[Group.IdxX] += shared[Group.IdxX + step];
            Group.Barrier();
        }

        if (Group.IsFirstThread) sums[Grid.IdxX] = shared[0];
    }

    private static void PassAround(ArrayView<int> result, int times)
    {
        var shared = SharedMemory.Allocate<int>(64);
        shared[Group.IdxX] = Group.IdxX;
        for (int i = 0; i < times; i++)
        {
            Group.Barrier();
            int next = shared[(Group.IdxX + 1) % Group.DimX];
            Group.Barrier();
            shared[Group.IdxX] = next;
        }

        result[Group.IdxX] = shared[Group.IdxX];
    }

    private static void ReverseInDynamicMemory(ArrayView<int> result)
    {
        var shared = SharedMemory.GetDynamic<int>();
        shared[shared.IntLength - 1 - Group.IdxX] = (1000 * Grid.IdxX) + shared.IntLength + Group.IdxX;
        Group.Barrier();
        result[Grid.GlobalIndex.X] = shared[Group.IdxX];
    }

    private static void TwoBlocks(ArrayView<int> result)
    {
        var first = SharedMemory.Allocate<int>(2);
        var second = SharedMemory.Allocate<int>(2);
        first[Group.IdxX] = 10 * Grid.IdxX;
        second[Group.IdxX] = 100;
        result[Grid.GlobalIndex.X] = first[Group.IdxX] + (Group.IdxX * second[Group.IdxX]);
    }

    private static void Vote(ArrayView<int> counts)
    {
        int few = Group.BarrierPopCount(Group.IdxX < 11);
        bool all = Group.BarrierAnd(Group.IdxX < 31);
        bool any = Group.BarrierOr(Group.IdxX == 31);
        if (Group.IsLastThread)
        {
            counts[0] = few;
            counts[1] = all ? 1 : 0;
            counts[2] = any ? 1 : 0;
        }
    }

    private static void Tell(ArrayView<int> results)
    {
        int first = Group.Broadcast((1000 * Grid.IdxX) + Group.IdxX, 30);
        results[Grid.GlobalIndex.X] = first + Group.Broadcast(Group.IdxX, 3);
    }

    private static void Neighbour<TWait>(ArrayView<int> results)
        where TWait : struct, IWait
    {
        var shared = SharedMemory.Allocate<int>(32);
        shared[Group.IdxX] = Group.IdxX;
        TWait.Wait();
        results[Group.IdxX] = shared[(Group.IdxX + 1) % 32];
    }

    private interface IWait
    {
        static abstract void Wait();
    }

    private readonly struct WaitInside : IWait
    {
        public static void Wait() => Group.Barrier();
    }
}
