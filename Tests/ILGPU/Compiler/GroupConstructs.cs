using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU.Compiler;

/// <summary>A small kernel for each construct that a group needs.</summary>
internal static class GroupConstructs
{
    public static void BarriersInALoop(ArrayView<float> input, ArrayView<float> output)
    {
        var shared = SharedMemory.Allocate<float>(128);
        shared[Group.IdxX] = input[Grid.GlobalIndex.X];
        Group.Barrier();
        for (int width = Group.DimX / 2; width > 0; width /= 2)
        {
            if (Group.IdxX < width) shared[Group.IdxX] += shared[Group.IdxX + width];
            Group.Barrier();
        }

        if (Group.IsFirstThread) output[Grid.IdxX] = shared[0];
    }

    public static void DynamicMemory(ArrayView<double> input, ArrayView1D<double, Stride1D.Dense> output)
    {
        var shared = SharedMemory.GetDynamic<double>();
        for (int i = Group.IdxX; i < shared.IntLength; i += Group.DimX) shared[i] = input[i];
        Group.Barrier();
        output[Grid.GlobalLinearIndex] = shared[shared.IntLength - 1 - Group.LinearIndex];
    }

    public static void Atomics(ArrayView<int> integers, ArrayView<float> floats, ArrayView<long> longs)
    {
        Atomic.Add(ref integers[0], Group.IdxX);
        Atomic.CompareExchange(ref integers[1], 3, 4);
        Atomic.Max(ref floats[0], (float)Group.IdxX);
        floats[2] = Atomic.Add(ref floats[1], 1.5f);
        Atomic.Xor(ref longs[0], 5L);
        MemoryFence.DeviceLevel();
    }

    public static void Votes(ArrayView<int> input, ArrayView<int> output)
    {
        bool any = Group.BarrierOr(input[Group.IdxX] > 3);
        int count = Group.BarrierPopCount(any && Group.IdxX % 2 == 0);
        output[Group.IdxX] = Group.Broadcast(count, 1) + (Group.BarrierAnd(any) ? 1 : 0);
    }

    public static void Specialized(ArrayView<float> output, SpecializedValue<int> size)
    {
        var local = LocalMemory.Allocate<float>(size.Value);
        for (int i = 0; i < size; i++) local[i] = i;
        output[Group.IdxX] = size > 2 ? local[Group.IdxX % size.Value] : XMath.Exp(local[0]);
    }
}
