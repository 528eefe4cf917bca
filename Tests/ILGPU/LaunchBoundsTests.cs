using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU;

/// <summary>What is just allowed of a launch, and what no longer is.</summary>
public sealed class LaunchBoundsTests : AcceleratorTest
{
    [Fact]
    public void Work_items_that_end_early_hold_up_nobody()
    {
        using var results = Accelerator.Allocate1D(new int[3 * 32]);
        Accelerator.LoadStreamKernel<ArrayView<int>>(EndEarly)((3, 32), results.View);
        Assert.Equal(Enumerable.Range(0, 3 * 32).Select(i => i % 32 < 16 ? 0 : 3), results.GetAsArray1D());
    }

    [Fact]
    public void A_group_that_is_too_large_is_an_error()
    {
        var kernel = Accelerator.LoadStreamKernel<int>(Nothing);
        int most = Accelerator.MaxNumThreadsPerGroup;
        kernel((1, most), 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel((1, most + 1), 0));
        Assert.Throws<NotSupportedException>(() => kernel((new Index2D(1, 1), new Index2D(most, 2)), 0));
    }

    [Fact]
    public void A_lambda_that_captures_nothing_is_a_kernel()
    {
        using var result = Accelerator.Allocate1D<int>(3);
        Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>((index, view) => view[index] = 2 * index)(3, result.View);
        Assert.Equal([0, 2, 4], result.GetAsArray1D());
    }

    private static void EndEarly(ArrayView<int> results)
    {
        if (Group.IdxX < 16) return;
        for (int i = 0; i < 3; i++)
        {
            Group.Barrier();
            results[Grid.GlobalIndex.X]++;
        }
    }

    private static void Nothing(int value) => _ = value;
}
