using ILGPU;
using ILGPU.Algorithms;

namespace GpuJazz.Tests.ILGPU.Compiler;

/// <summary>Kernels in which a group works together, in rounds between barriers.</summary>
internal static class MoreGroupConstructs
{
    public static void TransposeTile(ArrayView<int> output)
    {
        var tile = SharedMemory.Allocate<int>(128);
        tile[Group.IdxX * Group.DimY + Group.IdxY] = Group.IdxX * 100 + Group.IdxY;
        Group.Barrier();
        int place = Group.IdxY * Group.DimX + Group.IdxX;
        int other = Group.IdxX * Group.DimY + Group.IdxY;
        int group = Grid.IdxY * Grid.DimX + Grid.IdxX;
        int x = other % Group.DimX, y = other / Group.DimX;
        output[group * Group.DimX * Group.DimY + place] = group * 10000 + tile[x * Group.DimY + y];
    }

    public static void Relay(ArrayView<int> output, int rounds)
    {
        var shared = SharedMemory.Allocate<int>(128);
        int value = Grid.GlobalIndex.X * 3;
        int left = rounds;
        shared[Group.IdxX] = Grid.GlobalIndex.X;
        while (left > 0)
        {
            // What is carried from round to round: value, left, and the neighbour's number.
            Group.Barrier();
            int next = shared[(Group.IdxX + 1) % Group.DimX];
            Group.Barrier();
            shared[Group.IdxX] = next;
            value += next;
            left--;
        }

        output[Grid.GlobalIndex.X] = value;
    }

    public static void PrefixSums(ArrayView<int> output)
    {
        var sums = SharedMemory.Allocate<int>(128);
        int me = Group.IdxX;
        sums[me] = Grid.GlobalIndex.X * 7 % 11;
        for (int step = 1; step < Group.DimX; step *= 2)
        {
            Group.Barrier();
            int before = me >= step ? sums[me - step] : 0;
            Group.Barrier();
            sums[me] += before;
        }

        output[Grid.GlobalIndex.X] = sums[me];
    }

    public static void Histogram(ArrayView<int> output)
    {
        var counts = SharedMemory.Allocate<int>(8);
        for (int i = Group.IdxX; i < 8; i += Group.DimX) counts[i] = 0;
        Group.Barrier();
        int index = Grid.GlobalIndex.X;
        if (index % 3 != 0) Atomic.Add(ref counts[index * index % 8], 1);
        Group.Barrier();
        for (int i = Group.IdxX; i < 8; i += Group.DimX) output[Grid.IdxX * 8 + i] = counts[i];
    }

    public static void UntilAllAgree(ArrayView<int> output)
    {
        var shared = SharedMemory.Allocate<int>(128);
        int best = Group.IdxX, rounds = 0;
        shared[Group.IdxX] = best;
        while (true)
        {
            Group.Barrier();
            int next = XMath.Max(best, shared[XMath.Min(Group.IdxX + 1, Group.DimX - 1)]);
            bool changed = next != best;
            best = next;
            if (!Group.BarrierOr(changed)) break;
            shared[Group.IdxX] = best;
            rounds++;
        }

        output[Group.IdxX] = rounds * 100 + best;
    }
}
