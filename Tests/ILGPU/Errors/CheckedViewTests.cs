using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU.Errors;

/// <summary>What checked mode says. The switch is set in the test project's file.</summary>
public sealed class CheckedViewTests : AcceleratorTest
{
    public CheckedViewTests() => UseCalls();

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void An_index_outside_a_view_is_named(int index)
    {
        using var values = Accelerator.Allocate1D<float>(6);
        using var results = Accelerator.Allocate1D<float>(1);
        var kernel = Accelerator.LoadStreamKernel<ArrayView<float>, ArrayView<float>, int>(Read);
        var error = Assert.Throws<IndexOutOfRangeException>(() => kernel((1, 1), values.View, results.View, index));
        Assert.Equal($"Index {index} is outside view values of CheckedViewTests.Read, of length 6.", error.Message);
    }

    [Fact]
    public void A_view_in_a_struct_is_named_with_its_path()
    {
        using var gates = Accelerator.Allocate1D<float>(6);
        var buffers = new Buffers { Inner = new Inner { Gates = gates.View }, States = gates.View.SubView(0, 2) };
        var kernel = Accelerator.LoadStreamKernel<int, Buffers, int>(ReadStruct);
        var error = Assert.Throws<IndexOutOfRangeException>(() => kernel((1, 1), 0, buffers, 6));
        Assert.Equal("Index 6 is outside view buffers.Inner.Gates of CheckedViewTests.ReadStruct, of length 6.", error.Message);
        error = Assert.Throws<IndexOutOfRangeException>(() => kernel((1, 1), 1, buffers, 2));
        Assert.Equal("Index 2 is outside view buffers.States of CheckedViewTests.ReadStruct, of length 2.", error.Message);
    }

    [Theory]
    [InlineData(5, 2)]
    [InlineData(6, 0)]
    [InlineData(-1, 1)]
    [InlineData(0, 7)]
    [InlineData(3, -1)]
    public void A_part_outside_a_view_is_named(int index, int length)
    {
        using var values = Accelerator.Allocate1D<float>(6);
        var kernel = Accelerator.LoadStreamKernel<ArrayView<float>, int, int>(TakePart);
        var error = Assert.Throws<IndexOutOfRangeException>(() => kernel((1, 1), values.View, index, length));
        Assert.Equal($"The part of {length} from index {index} is outside view values of CheckedViewTests.TakePart, of length 6.", error.Message);
    }

    [Fact]
    public void An_index_outside_a_part_is_named_after_the_whole()
    {
        using var values = Accelerator.Allocate1D<float>(6);
        var kernel = Accelerator.LoadStreamKernel<ArrayView<float>, int>(ReadPart);
        var error = Assert.Throws<IndexOutOfRangeException>(() => kernel((1, 1), values.View, 2));
        Assert.Equal("Index 2 is outside view values of CheckedViewTests.ReadPart, of length 2.", error.Message);
    }

    [Fact]
    public void An_index_outside_a_works_own_memory_is_named()
    {
        using var results = Accelerator.Allocate1D<float>(1);
        var kernel = Accelerator.LoadStreamKernel<ArrayView<float>, int>(ReadOwn);
        var error = Assert.Throws<IndexOutOfRangeException>(() => kernel((1, 1), results.View, 4));
        Assert.Equal("Index 4 is outside view LocalMemory.Allocate of CheckedViewTests.ReadOwn, of length 4.", error.Message);
        error = Assert.Throws<IndexOutOfRangeException>(() => kernel((1, 1), results.View, 3));
        Assert.Equal("Index 3 is outside view SharedMemory.Allocate of CheckedViewTests.ReadOwn, of length 3.", error.Message);
    }

    [Fact]
    public void A_view_that_was_never_set_is_named()
    {
        using var results = Accelerator.Allocate1D<float>(1);
        var kernel = Accelerator.LoadStreamKernel<ArrayView<float>, ArrayView<float>, int>(Read);
        var error = Assert.Throws<IndexOutOfRangeException>(() => kernel((1, 1), default, results.View, 0));
        Assert.Equal("CheckedViewTests.Read: view values has no memory: it was never given a buffer.", error.Message);
    }

    [Fact]
    public void A_view_of_a_disposed_buffer_is_named()
    {
        var values = Accelerator.Allocate1D<float>(6);
        using var results = Accelerator.Allocate1D<float>(1);
        ArrayView<float> view = values.View;
        values.Dispose();
        var kernel = Accelerator.LoadStreamKernel<ArrayView<float>, ArrayView<float>, int>(Read);
        var error = Assert.Throws<ObjectDisposedException>(() => kernel((1, 1), view, results.View, 0));
        Assert.Contains("CheckedViewTests.Read is given view values of a buffer that is disposed.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_mistakes_the_first_work_items_is_reported()
    {
        using var values = Accelerator.Allocate1D<int>(1000);
        var kernel = Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Write);
        for (int i = 0; i < 20; i++)
        {
            var error = Assert.Throws<IndexOutOfRangeException>(() => kernel(50_000, values.View));
            Assert.Equal("Index 1000 is outside view values of CheckedViewTests.Write, of length 1000.", error.Message);
        }
    }

    [Fact]
    public void A_view_on_the_host_is_checked_too()
    {
        using var values = Accelerator.Allocate1D([1, 2]);
        var error = Assert.Throws<IndexOutOfRangeException>(() => values.View[2]);
        Assert.Equal("Index 2 is outside a view of length 2.", error.Message);
    }

    [Fact]
    public void Memory_that_is_not_written_reads_as_not_a_number()
    {
        using var values = Accelerator.Allocate1D<float>(3);
        Assert.All(values.GetAsArray1D(), value => Assert.True(float.IsNaN(value)));
    }

    [Fact]
    public void Memory_that_is_not_to_be_had_is_an_error_and_nothing_is_lost()
    {
        Assert.Throws<OutOfMemoryException>(() => Accelerator.Allocate1D<double>(1L << 57));
        Assert.Throws<OverflowException>(() => Accelerator.Allocate1D<double>(long.MaxValue));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var buffer = Accelerator.Allocate1D([1]);
        Assert.Equal([1], buffer.GetAsArray1D());
    }

    private static void Read(ArrayView<float> values, ArrayView<float> results, int index) => results[0] = values[index];

    private static void ReadStruct(int which, Buffers buffers, int index) =>
        buffers.States[0] = which == 0 ? buffers.Inner.Gates[index] : buffers.States[index];

    private static void TakePart(ArrayView<float> values, int index, int length) => values[0] = values.SubView(index, length).Length;

    private static void ReadPart(ArrayView<float> values, int index) => values[0] = values.SubView(3, 2)[index];

    private static void ReadOwn(ArrayView<float> results, int index)
    {
        var local = LocalMemory.Allocate<float>(4);
        var shared = SharedMemory.Allocate<float>(3);
        results[0] = local[index] + shared[index];
    }

    private static void Write(Index1D index, ArrayView<int> values) => values[index] = index;

    private struct Inner
    {
        public ArrayView<float> Gates { get; set; }
    }

    private struct Buffers
    {
        public Inner Inner;
        public ArrayView<float> States;
    }
}
