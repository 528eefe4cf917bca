using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU.Errors;

public sealed class LaunchErrorTests : AcceleratorTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public void What_a_work_item_throws_comes_out_of_the_launch(int size)
    {
        var kernel = Accelerator.LoadAutoGroupedStreamKernel<Index1D, int>(ThrowAtLast);
        for (int i = 0; i < 3; i++)
        {
            var error = Assert.Throws<FormatException>(() => kernel(size, size - 1));
            Assert.Equal($"work-item {size - 1}", error.Message);
            Assert.Contains(nameof(ThrowAtLast), error.StackTrace, StringComparison.Ordinal);
        }

        kernel(size, -1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(31)]
    public void A_work_item_that_throws_before_a_barrier_stops_its_group(int failing)
    {
        using var reached = Accelerator.Allocate1D(new int[1]);
        var kernel = Accelerator.LoadStreamKernel<ArrayView<int>, int>(ThrowBeforeBarrier);
        var error = Assert.Throws<FormatException>(() => kernel((2, 32), reached.View, failing));
        Assert.Equal($"work-item {failing}", error.Message);
        Assert.Equal(0, reached.GetAsArray1D()[0]);
    }

    [Fact]
    public void A_launch_of_nothing_is_an_error()
    {
        var grouped = Accelerator.LoadStreamKernel<int>(Nothing);
        var indexed = Accelerator.LoadAutoGroupedStreamKernel<Index1D, int>(ThrowAtLast);
        Assert.Throws<ArgumentOutOfRangeException>(() => grouped((0, 1), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => grouped((1, 0), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => indexed(0, 0));
    }

    [Fact]
    public void What_a_kernel_cannot_be_is_refused_when_it_is_loaded()
    {
        int captured = 1;
        var error = Assert.Throws<NotSupportedException>(() => Accelerator.LoadStreamKernel<int>(value => _ = value + captured));
        Assert.Contains("not static", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<NotSupportedException>(() => Accelerator.LoadStreamKernel<WithText>(TakeText));
        Assert.Contains("Parameter named.Text of kernel LaunchErrorTests.TakeText is of type String", error.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => Accelerator.LoadAutoGroupedStreamKernel<LongIndex1D, int>((_, _) => { }));
    }

    [Fact]
    public void Shared_memory_is_refused_in_implicitly_grouped_kernels() =>
        Assert.Throws<NotSupportedException>(() => Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Implicit));

    [Fact]
    public void What_is_disposed_cannot_be_used()
    {
        var accelerator = Context.GetPreferredDevice(preferCPU: true).CreateAccelerator(Context);
        var buffer = accelerator.Allocate1D<int>(4);
        var stream = accelerator.CreateStream();
        var kernel = accelerator.LoadKernel<int>(Nothing);
        stream.Dispose();
        Assert.Throws<ObjectDisposedException>(() => kernel(stream, (1, 1), 0));
        buffer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => buffer.View);
        Assert.Throws<ObjectDisposedException>(() => buffer.GetAsArray1D());
        accelerator.Dispose();
        Assert.Throws<ObjectDisposedException>(() => accelerator.Allocate1D<int>(4));
        Assert.Throws<ObjectDisposedException>(() => kernel(accelerator.DefaultStream, (1, 1), 0));
    }

    [Fact]
    public void A_stream_of_another_accelerator_is_refused()
    {
        using var other = Context.GetPreferredDevice(preferCPU: true).CreateAccelerator(Context);
        var kernel = Accelerator.LoadKernel<int>(Nothing);
        Assert.Throws<ArgumentException>(() => kernel(other.DefaultStream, (1, 1), 0));
    }

    [Fact]
    public void Outside_of_kernels_there_is_no_group()
    {
        Accelerator.LoadStreamKernel<int>(Nothing)((2, 2), 0);
        Assert.Throws<InvalidKernelOperationException>(() => Group.IdxX);
        Assert.Throws<InvalidKernelOperationException>(() => LocalMemory.Allocate<int>(1));
    }

    private static void Nothing(int value) => _ = value;

    private static void TakeText(WithText named) => _ = named.Text;

    private static void ThrowAtLast(Index1D index, int failing)
    {
        if (index == failing) throw new FormatException($"work-item {index.X}");
    }

    private static void ThrowBeforeBarrier(ArrayView<int> reached, int failing)
    {
        if (Group.IdxX == failing) throw new FormatException($"work-item {failing}");
        Group.Barrier();
        Atomic.Add(ref reached[0], 1);
    }

    private static void Implicit(Index1D index, ArrayView<int> results)
    {
        var shared = SharedMemory.Allocate<int>(1);
        shared[0] = index;
        results[index] = shared[0];
    }

    private struct WithText
    {
        public string Text { get; set; }
    }
}
