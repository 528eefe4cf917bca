using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU;

public sealed class AtomicTests : AcceleratorTest
{
    private const int Items = 100_000;

    [Theory]
    [OnEachDevice]
    public void Integers_lose_no_change_under_contention(string device)
    {
        Use(device);
        using var results = Accelerator.Allocate1D([0, 0, int.MinValue, int.MaxValue, -1, 0, 0]);
        Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Integers)(Items, results.View);
        Accelerator.Synchronize();
        Assert.Equal([Items, Items, Items - 1, -Items + 1, ~0xFF, 0xFF, 0], results.GetAsArray1D());
    }

    [Theory]
    [OnEachDevice]
    public void Other_numbers_lose_no_change_under_contention(string device)
    {
        Use(device);
        using var floats = Accelerator.Allocate1D([0f, float.NegativeInfinity, float.PositiveInfinity]);
        using var doubles = Accelerator.Allocate1D([0.0, double.NegativeInfinity, double.PositiveInfinity]);
        using var longs = Accelerator.Allocate1D([0L, long.MinValue, long.MaxValue]);
        using var unsigned = Accelerator.Allocate1D([0u, 0u, uint.MaxValue]);
        var kernel = Accelerator.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<float>, ArrayView<double>, ArrayView<long>, ArrayView<uint>>(Numbers);
        kernel(Items, floats.View, doubles.View, longs.View, unsigned.View);
        Accelerator.Synchronize();
        Assert.Equal([Items, Items - 1, 0f], floats.GetAsArray1D());
        Assert.Equal([Items / 2.0, Items - 1, 0.0], doubles.GetAsArray1D());
        Assert.Equal([(long)Items << 32, Items - 1, 0L], longs.GetAsArray1D());
        Assert.Equal([Items, Items - 1, 0u], unsigned.GetAsArray1D());
    }

    [Theory]
    [OnEachDevice]
    public void Changes_give_back_the_value_before(string device)
    {
        Use(device);
        using var target = Accelerator.Allocate1D([5]);
        using var before = Accelerator.Allocate1D<int>(9);
        Accelerator.LoadStreamKernel<ArrayView<int>, ArrayView<int>>(InTurn)((1, 1), target.View, before.View);
        Accelerator.Synchronize();
        Assert.Equal([5, 8, 20, 2, 6, 7, 5, 100, 100], before.GetAsArray1D());
        Assert.Equal(-1, target.GetAsArray1D()[0]);
    }

    private static void Integers(Index1D index, ArrayView<int> results)
    {
        Atomic.Add(ref results[0], 1);
        int seen = results[1];
        while (true)
        {
            int before = Atomic.CompareExchange(ref results[1], seen, seen + 1);
            if (before == seen) break;
            seen = before;
        }

        Atomic.Max(ref results[2], index.X);
        Atomic.Min(ref results[3], -index.X);
        Atomic.And(ref results[4], ~(1 << (index.X % 8)));
        Atomic.Or(ref results[5], 1 << (index.X % 8));
        Atomic.Xor(ref results[6], index.X);
    }

    private static void Numbers(Index1D index, ArrayView<float> floats, ArrayView<double> doubles, ArrayView<long> longs, ArrayView<uint> unsigned)
    {
        Atomic.Add(ref floats[0], 1f);
        Atomic.Max(ref floats[1], index.X);
        Atomic.Min(ref floats[2], index.X);
        Atomic.Add(ref doubles[0], 0.5);
        Atomic.Max(ref doubles[1], index.X);
        Atomic.Min(ref doubles[2], index.X);
        Atomic.Add(ref longs[0], 1L << 32);
        Atomic.Max(ref longs[1], index.X);
        Atomic.Min(ref longs[2], index.X);
        Atomic.Add(ref unsigned[0], 1u);
        Atomic.Max(ref unsigned[1], (uint)index.X);
        Atomic.Min(ref unsigned[2], (uint)index.X);
    }

    private static void InTurn(ArrayView<int> target, ArrayView<int> before)
    {
        before[0] = Atomic.Add(ref target[0], 3);
        before[1] = Atomic.Max(ref target[0], 20);
        before[2] = Atomic.Min(ref target[0], 2);
        before[3] = Atomic.Or(ref target[0], 4);
        before[4] = Atomic.Xor(ref target[0], 1);
        before[5] = Atomic.And(ref target[0], 5);
        before[6] = Atomic.Exchange(ref target[0], 100);
        before[7] = Atomic.CompareExchange(ref target[0], 99, 1);
        before[8] = Atomic.CompareExchange(ref target[0], 100, -1);
    }
}
