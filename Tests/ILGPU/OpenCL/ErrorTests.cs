using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.OpenCL;

namespace GpuJazz.Tests.ILGPU.OpenCL;

public sealed class ErrorTests : OpenCLTest
{
    [OpenCLFact]
    public void An_element_on_the_host_is_refused()
    {
        using var values = Accelerator.Allocate1D(new int[3]);
        ArrayView<int> view = values.View;
        var error = Assert.Throws<NotSupportedException>(() => view[1]);
        Assert.Contains("CopyToCPU", error.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => view.SubView(1)[0L] = 4);
    }

    [OpenCLFact]
    public void A_buffer_larger_than_the_device_is_refused_with_its_size()
    {
        var error = Assert.Throws<CLException>(() => Accelerator.Allocate1D<long>(1L << 50));
        Assert.Contains($"{1L << 53} bytes", error.Message, StringComparison.Ordinal);
        Assert.NotEqual(CLError.CL_SUCCESS, error.Error);
    }

    [OpenCLFact]
    public void A_group_that_is_too_large_is_refused()
    {
        var kernel = Accelerator.LoadStreamKernel<int>(Nothing);
        var most = Accelerator.MaxGroupSize;
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel((1, most.X + 1), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel((0, 1), 0));
    }

    [OpenCLFact]
    public void More_shared_memory_than_there_is_names_the_kernel()
    {
        using var result = Accelerator.Allocate1D<int>(1);
        int tooMany = (Accelerator.MaxSharedMemoryPerGroup / sizeof(int)) + 1;
        var kernel = Accelerator.LoadStreamKernel<ArrayView<int>>(UseDynamicMemory);
        var config = new KernelConfig(1, 1, SharedMemoryConfig.RequestDynamic<int>(tooMany));
        var error = Assert.ThrowsAny<Exception>(() => kernel(config, result.View));
        Assert.Contains(nameof(UseDynamicMemory), error.Message, StringComparison.Ordinal);
    }

    [OpenCLFact]
    public void A_view_of_another_accelerator_is_refused()
    {
        using var context = Context.Create(builder => builder.CPU(CPUDeviceKind.Default));
        using var cpu = context.CreateCPUAccelerator(0);
        using var there = cpu.Allocate1D([1]);
        using var here = Accelerator.Allocate1D([1]);
        var kernel = Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Increment);
        var error = Assert.Throws<ArgumentException>(() => kernel(1, there.View));
        Assert.Contains(nameof(Increment), error.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => here.View.CopyTo(there.View));
        Assert.Throws<NotSupportedException>(() => there.View.CopyTo(here.View));
    }

    [OpenCLFact]
    public void A_view_that_begins_inside_an_element_is_refused()
    {
        using var bytes = Accelerator.Allocate1D(new byte[9]);
        ArrayView<byte> view = bytes.View;
        var kernel = Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Increment);
        kernel(1, view.SubView(4).Cast<int>());
        Assert.Throws<ArgumentException>(() => kernel(1, view.SubView(1).Cast<int>()));
    }

    [OpenCLFact]
    public void What_is_disposed_cannot_be_used()
    {
        var accelerator = Context.CreateCLAccelerator(0);
        var kernel = accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>>(Increment);
        var buffer = accelerator.Allocate1D<int>(4);
        ArrayView<int> view = buffer.View;
        var stream = accelerator.CreateStream();
        stream.Dispose();
        Assert.Throws<ObjectDisposedException>(() => kernel(stream, 1, view));
        Assert.Throws<ObjectDisposedException>(() => view.MemSetToZero(stream));
        buffer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => kernel(accelerator.DefaultStream, 1, view));
        Assert.Throws<ObjectDisposedException>(() => view.GetAsArray());
        accelerator.Dispose();
        Assert.Throws<ObjectDisposedException>(() => accelerator.Allocate1D<int>(4));
        Assert.Throws<ObjectDisposedException>(() => kernel(accelerator.DefaultStream, 1, view));
    }

    private static void Nothing(int value) => _ = value;

    private static void Increment(Index1D index, ArrayView<int> values) => values[index]++;

    private static void UseDynamicMemory(ArrayView<int> result)
    {
        var shared = SharedMemory.GetDynamic<int>();
        shared[Group.IdxX] = 1;
        Group.Barrier();
        result[0] = shared[0];
    }
}
