using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;

namespace GpuJazz.Tests.ILGPU.Cuda;

public sealed class ErrorTests : CudaTest
{
    [StandInFact]
    public void An_element_on_the_host_is_refused()
    {
        using var values = Accelerator.Allocate1D(new int[3]);
        ArrayView<int> view = values.View;
        var error = Assert.Throws<NotSupportedException>(() => view[1]);
        Assert.Contains("CopyToCPU", error.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => view.SubView(1)[0L] = 4);
    }

    [StandInFact]
    public void A_buffer_larger_than_what_is_free_says_how_much_that_is()
    {
        using var first = Accelerator.Allocate1D<byte>(1000);
        var error = Assert.Throws<CudaException>(() => Accelerator.Allocate1D<long>(1L << 40));
        Assert.Contains($"{1L << 43} bytes", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{(1L << 30) - 1000} of its {1L << 30} bytes free", error.Message, StringComparison.Ordinal);
        Assert.Equal(nameof(CudaError.CUDA_ERROR_OUT_OF_MEMORY), error.Error);
    }

    [StandInFact]
    public void A_kernel_that_does_not_compile_is_shown_with_the_line()
    {
        Driver!.FailCompiling(NvrtcResult.NVRTC_ERROR_COMPILATION);
        var error = Assert.Throws<CudaException>(() => Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, double>(NeverCompiled));
        Assert.Contains(nameof(NeverCompiled), error.Message, StringComparison.Ordinal);
        Assert.Contains("kernel.cu(1): error: the test wants it", error.Message, StringComparison.Ordinal);
        Assert.Contains("     1 | // ", error.Message, StringComparison.Ordinal);
        Assert.Equal(nameof(NvrtcResult.NVRTC_ERROR_COMPILATION), error.Error);
        Assert.Equal(0, Driver.Programs);
    }

    [StandInFact]
    public void A_kernel_that_fails_comes_to_light_when_it_is_waited_for()
    {
        using var values = Accelerator.Allocate1D(new int[4]);
        var kernel = Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Increment);
        Driver!.Set("fail launch", (long)CudaError.CUDA_ERROR_ILLEGAL_ADDRESS);
        kernel(4, values.View);
        var error = Assert.Throws<CudaException>(Accelerator.Synchronize);
        Assert.Contains("outside of its buffers", error.Message, StringComparison.Ordinal);
        Assert.Throws<CudaException>(() => kernel(4, values.View));
    }

    [StandInFact]
    public void Geometry_beyond_the_device_is_refused_by_name()
    {
        var kernel = Accelerator.LoadStreamKernel<ArrayView<int>>(Store);
        using var values = Accelerator.Allocate1D(new int[4]);
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel((1, 1025), values.View));
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel((0, 1), values.View));
        var tooLarge = new KernelConfig(1, 1, SharedMemoryConfig.RequestDynamic<byte>((227 << 10) + 1));
        Assert.Contains(nameof(Store), Assert.Throws<NotSupportedException>(() => kernel(tooLarge, values.View)).Message, StringComparison.Ordinal);
        var tooMany = new KernelConfig(new Index3D(1, 65536, 1), new Index3D(1, 1, 1));
        Assert.Contains(nameof(Store), Assert.Throws<NotSupportedException>(() => kernel(tooMany, values.View)).Message, StringComparison.Ordinal);
    }

    [StandInFact]
    public void A_view_of_another_accelerator_or_inside_an_element_is_refused()
    {
        using var cpu = CPUDevice.Default.CreateCPUAccelerator(Context ?? Driver!.NewContext());
        using var there = cpu.Allocate1D([1]);
        using var here = Accelerator.Allocate1D(new byte[9]);
        var kernel = Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Increment);
        Assert.Contains(nameof(Increment), Assert.Throws<ArgumentException>(() => kernel(1, there.View)).Message, StringComparison.Ordinal);
        ArrayView<byte> bytes = here.View;
        kernel(1, bytes.SubView(4).Cast<int>());
        Assert.Throws<ArgumentException>(() => kernel(1, bytes.SubView(1).Cast<int>()));
        Assert.Throws<NotSupportedException>(() => bytes.CopyTo(there.AsRawArrayView()));
    }

    [StandInFact]
    public void What_is_disposed_cannot_be_used()
    {
        var accelerator = Accelerator;
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
    }

    private static void Increment(Index1D index, ArrayView<int> values) => values[index]++;

    private static void NeverCompiled(Index1D index, ArrayView<int> values, double by) => values[index] = (int)by;

    private static void Store(ArrayView<int> values) => values[Grid.GlobalLinearIndex] = 1;
}
