using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU.OpenCL;

/// <summary>A kernel that is wrong on purpose: what watches kernels (.ci/oclgrind) must report it.</summary>
public sealed class RaceTests : OpenCLTest
{
    [OpenCLFact]
    public void Two_work_items_write_one_element()
    {
        using var sums = Accelerator.Allocate1D([0, 0, 0, 0]);
        Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Race)(8, sums.View);
        Accelerator.Synchronize();

        // Either of the two came last, or neither was disturbed.
        Assert.All(sums.GetAsArray1D(), sum => Assert.InRange(sum, 1, 3));
    }

    private static void Race(Index1D index, ArrayView<int> sums) => sums[index.X / 2] += 1 + (index.X & 1);
}
