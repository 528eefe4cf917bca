using GpuJazz.Kernels;
using ILGPU.Runtime;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Kernels;

public sealed class MultiplyAddsTests
{
    public static TheoryData<string> Devices => [.. TestDevices.Names];

    [Theory]
    [MemberData(nameof(Devices))]
    public void Each_work_item_has_the_sum_of_plain_loops(string device)
    {
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, 1961);
        var values = bench.Numbers(3 * 5);
        using var buffer = accelerator.Allocate1D(Array.ConvertAll(values, value => (float)value));
        new MultiplyAdds(accelerator).Run(buffer.View, 3, 5, new(0.75f, -0.5f, 9));
        Reference.MultiplyAdds.Run(values, 0.75, -0.5, 9);
        Assert.InRange(Workbench.Error(Workbench.Read(buffer), values), 0, Grid.OneOperation);
    }
}
