using GpuJazz.Tests.ILGPU.Compiler.Passes;
using ILGPU;
using ILGPU.Compiler;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU.Compiler;

/// <summary>Exchanges among a warp: CUDA has them, other back ends say that they don't.</summary>
public sealed class WarpTests : AcceleratorTest
{
    [Fact]
    public void CUDA_has_them()
    {
        string source = PassKernels.Compile(typeof(WarpConstructs), nameof(WarpConstructs.Sum), Dialect.Cuda, grouping: KernelGrouping.Explicit).Source;
        Assert.Contains("__shfl_down_sync(0xffffffffu, sum, delta)", source, StringComparison.Ordinal);
        Assert.Contains(" = warpSize;", source, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exchange_stays_where_it_stands() => Assert.Equal(
        2,
        PassKernels.Count(PassKernels.Lower(typeof(WarpConstructs), nameof(WarpConstructs.Twice), KernelGrouping.Explicit), Operation.Shuffle));

    [Fact]
    public void OpenCL_refuses_them_by_name()
    {
        var refused = Assert.Throws<KernelCompilationException>(
            () => PassKernels.Compile(typeof(WarpConstructs), nameof(WarpConstructs.Sum), Dialect.OpenCL, grouping: KernelGrouping.Explicit));
        Assert.Equal(
            "Kernel WarpConstructs.Sum can't be compiled: it uses Warp.LaneIdx, which only CUDA has. Use SharedMemory and Group.Barrier.", refused.Message);
    }

    [Fact]
    public void The_CPU_refuses_them_by_name()
    {
        using var values = Accelerator.Allocate1D<float>(32);
        var kernel = Accelerator.LoadStreamKernel<ArrayView<float>, ArrayView<float>>(WarpConstructs.Sum);
        var refused = Assert.ThrowsAny<Exception>(() => kernel((1, 32), values.View, values.View));
        Assert.Contains("which only CUDA has. Use SharedMemory and Group.Barrier.", refused.ToString(), StringComparison.Ordinal);
    }
}

/// <summary>Kernels that exchange values among a warp.</summary>
internal static class WarpConstructs
{
    public static void Sum(ArrayView<float> input, ArrayView<float> output)
    {
        float sum = input[Grid.GlobalIndex.X];
        bool isFirst = Warp.LaneIdx == 0;
        for (int delta = Warp.WarpSize / 2; delta > 0; delta /= 2) sum += Warp.ShuffleDown(sum, delta);
        if (isFirst) output[Warp.WarpIdx] = sum;
    }

    public static void Structs(ArrayView<int> output)
    {
        var place = Warp.Shuffle(new Index2D(Warp.LaneIdx, Group.IdxX), 3);
        bool isEven = Warp.ShuffleXor(Warp.LaneIdx % 2 == 0, 1);
        long large = Warp.ShuffleUp((long)place.X, 2);
        output[Grid.GlobalIndex.X] = place.Y + (int)large + (isEven ? 1 : 0) + (Warp.IsLastLane ? 5 : 0);
    }

    public static void Twice(ArrayView<int> output)
    {
        int first = Warp.Shuffle(Warp.LaneIdx, 3);
        int second = 0;
        if (output[0] > 1) second = Warp.Shuffle(Warp.LaneIdx, 3);
        output[Grid.GlobalIndex.X] = first + second;
    }
}
