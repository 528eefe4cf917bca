using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU;

public sealed class MemoryTests : AcceleratorTest
{
    [Theory]
    [OnEachDevice]
    public void What_is_copied_in_comes_out(string device)
    {
        Use(device);
        int[] data = [.. Enumerable.Range(0, 1000)];
        using var buffer = Accelerator.Allocate1D(data);
        Assert.Equal(1000, buffer.Length);
        Assert.Equal(1000, buffer.IntExtent.X);
        Assert.Equal(4000, buffer.LengthInBytes);
        Assert.Equal(data, buffer.GetAsArray1D());

        int[] reversed = [.. data.Reverse()];
        buffer.CopyFromCPU(reversed);
        var back = new int[1000];
        buffer.CopyToCPU(back);
        Assert.Equal(reversed, back);
    }

    [Theory]
    [OnEachDevice]
    public void A_part_can_be_copied_with_spans(string device)
    {
        Use(device);
        using var buffer = Accelerator.Allocate1D([1, 2, 3, 4, 5]);
        var part = buffer.View.SubView(1, 3);
        part.CopyFromCPU(Accelerator.DefaultStream, new ReadOnlySpan<int>([20, 30]));
        var back = new int[2];
        part.CopyToCPU(Accelerator.DefaultStream, back.AsSpan());
        Assert.Equal([20, 30], back);
        Assert.Equal([1, 20, 30, 4, 5], buffer.GetAsArray1D());
    }

    [Theory]
    [OnEachDevice]
    public void Subviews_see_the_same_memory(string device)
    {
        Use(device);
        using var buffer = Accelerator.Allocate1D([0, 1, 2, 3, 4, 5, 6, 7]);
        ArrayView<int> all = buffer.View;
        var part = all.SubView(2).SubView(1, 4);
        Assert.Equal(4, part.IntLength);
        Assert.Equal([3, 4, 5, 6], part.GetAsArray());
        part.MemSetToZero();
        Assert.Equal([0, 1, 2, 0, 0, 0, 0, 7], buffer.GetAsArray1D());
    }

    [Theory]
    [OnEachDevice]
    public void Views_convert_with_and_without_their_stride(string device)
    {
        Use(device);
        using var buffer = Accelerator.Allocate1D([1, 2, 3]);
        ArrayView1D<int, Stride1D.Dense> strided = buffer.View;
        ArrayView<int> plain = strided;
        ArrayView1D<int, Stride1D.Dense> back = plain;
        Assert.Equal([1, 2, 3], back.GetAsArray1D());
        Assert.Equal(3, back.Extent.X);
        Assert.True(plain.IsValid);
        Assert.False(default(ArrayView<int>).IsValid);
    }

    [Theory]
    [OnEachDevice]
    public void Buffers_copy_to_each_other(string device)
    {
        Use(device);
        using var source = Accelerator.Allocate1D([1, 2, 3, 4]);
        using var target = Accelerator.Allocate1D(new int[6]);
        target.View.SubView(1, 4).CopyFrom(source.View);
        Assert.Equal([0, 1, 2, 3, 4, 0], target.GetAsArray1D());
        source.View.CopyTo(target.View.SubView(0, 2));
        Assert.Equal([1, 2, 2, 3, 4, 0], target.GetAsArray1D());
    }

    [Theory]
    [OnEachDevice]
    public void A_view_can_be_cast_to_another_element(string device)
    {
        Use(device);
        using var buffer = Accelerator.Allocate1D([1f, -2f, 0f]);
        ArrayView<float> view = buffer.View;
        Assert.Equal([0x3F800000, unchecked((int)0xC0000000), 0], view.Cast<int>().GetAsArray());
        Assert.Equal(12, view.Cast<byte>().Length);
    }

    [Theory]
    [OnEachDevice]
    public void An_empty_buffer_is_allowed(string device)
    {
        Use(device);
        using var buffer = Accelerator.Allocate1D<float>(0);
        Assert.Equal(0, buffer.Length);
        Assert.Empty(buffer.GetAsArray1D());
    }

    [Theory]
    [OnEachDevice]
    public void An_array_that_is_too_short_is_an_error(string device)
    {
        Use(device);
        using var buffer = Accelerator.Allocate1D<int>(3);
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.CopyFromCPU(new int[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.CopyToCPU(new int[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Accelerator.Allocate1D<int>(-1));
    }

    [Theory]
    [OnEachDevice]
    public void Elements_without_a_fixed_size_are_refused(string device)
    {
        Use(device);
        Assert.Throws<NotSupportedException>(() => Accelerator.Allocate1D<bool>(1));
        Assert.Throws<NotSupportedException>(() => Accelerator.Allocate1D<WithBool>(1));
    }

    [Theory]
    [OnEachDevice]
    public void Work_items_have_local_memory_of_their_own(string device)
    {
        Use(device);
        const int Items = 500;
        using var results = Accelerator.Allocate1D<int>(Items);
        Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(UseLocalMemory)(Items, results.View);
        Accelerator.Synchronize();
        Assert.Equal(Enumerable.Range(0, Items).Select(i => (5000 * i) + (499_500 / 2)), results.GetAsArray1D());
    }

    [Theory]
    [OnEachDevice]
    public void A_part_of_local_memory_is_the_work_items_own_too(string device)
    {
        Use(device);
        const int Items = 100;
        using var results = Accelerator.Allocate1D<int>(Items);
        Accelerator.LoadStreamKernel<ArrayView<int>, int>(UsePartOfLocalMemory)((2, Items / 2), results.View, 300);
        Accelerator.Synchronize();
        Assert.Equal(Enumerable.Range(0, Items).Select(i => 1000 * i + 310), results.GetAsArray1D());
    }

    // More elements than become variables, and a start and an index that no compiler knows.
    private static void UsePartOfLocalMemory(ArrayView<int> results, int start)
    {
        var whole = LocalMemory.Allocate<int>(1000);
        for (int i = 0; i < 1000; i++) whole[i] = i;
        var part = whole.SubView(start, 20);
        int item = Grid.IdxX * Group.DimX + Group.IdxX;
        part[start - 290] += 1000 * item;
        Group.Barrier();
        results[item] = part.SubView(5)[start - 295];
    }

    private static void UseLocalMemory(Index1D index, ArrayView<int> results)
    {
        // More than one page, so that what a work-item gets comes from more than one place.
        var first = LocalMemory.Allocate<int>(1000);
        var second = LocalMemory.Allocate<int>(1000);
        for (int i = 0; i < 1000; i++)
        {
            first[i] = 5 * index.X;
            second[i] = i;
        }

        int sum = 0;
        for (int i = 0; i < 1000; i++) sum += first[i];
        for (int i = 0; i < 1000; i++) sum += second[i] / 2;
        results[index] = sum + 250;
    }

    private struct WithBool
    {
        public int Number { get; set; }

        public bool Flag { get; set; }
    }
}
