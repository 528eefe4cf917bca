using ILGPU;
using ILGPU.Runtime;
using Half = ILGPU.Half;

namespace GpuJazz.Tests.ILGPU;

/// <summary>Numbers of 16 bits: their values, and as elements of views on each device.</summary>
public sealed class HalfTests : AcceleratorTest
{
    [Fact]
    public void Every_half_is_the_float_that_NET_says()
    {
        for (int bits = 0; bits <= ushort.MaxValue; bits++)
        {
            float expected = (float)BitConverter.UInt16BitsToHalf((ushort)bits);
            float value = Interop.IntAsFloat((ushort)bits);
            if (float.IsNaN(expected)) Assert.True(float.IsNaN(value) && Half.IsNaN(Interop.IntAsFloat((ushort)bits)), $"{bits}");
            else Assert.True(BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(value), $"{bits}: {expected}, {value}");
        }
    }

    [Fact]
    public void Every_float_becomes_the_half_that_NET_says()
    {
        // A prime: every exponent is met with many fractions; and the middle between neighbours, and beside it.
        for (long bits = 0; bits <= uint.MaxValue; bits += 1009) Check(BitConverter.UInt32BitsToSingle((uint)bits));
        for (uint bits = 0; bits < 0x7C00; bits++)
        {
            float middle = ((float)BitConverter.UInt16BitsToHalf((ushort)bits) + (float)BitConverter.UInt16BitsToHalf((ushort)(bits + 1))) / 2;
            if (bits == 0x7BFF) middle = 65520;
            Check(middle);
            Check(-MathF.BitIncrement(middle));
            Check(MathF.BitDecrement(middle));
        }

        static void Check(float value)
        {
            ushort expected = BitConverter.HalfToUInt16Bits((System.Half)value), bits = Interop.FloatAsInt((Half)value);
            Assert.True(expected == bits || (float.IsNaN(value) && Half.IsNaN((Half)value)), $"{value:R}: {expected:X4}, {bits:X4}");
        }
    }

    [Fact]
    public void Values_are_ordered_and_written_as_floats()
    {
        Assert.Equal((Half)1.5f, (Half)1.5);
        Assert.NotEqual(Half.NaN, (Half)1);
        Assert.True(((Half)2).CompareTo((Half)3) < 0 && Half.Epsilon > Half.Zero && Half.MinValue < -(Half)1);
        Assert.Equal(1.5f.ToString(System.Globalization.CultureInfo.CurrentCulture), ((Half)1.5f).ToString());
        Assert.Equal(2, Interop.SizeOf<Half>());
    }

    [Theory]
    [OnEachDevice]
    public void Views_hold_them(string device)
    {
        const int Count = 1000;
        Use(device);
        Half[] input = [.. Enumerable.Range(0, Count).Select(i => (Half)((i - 300) * 0.3f))];
        using var source = Accelerator.Allocate1D(input);
        using var target = Accelerator.Allocate1D<Half>(Count);
        using var reversed = Accelerator.Allocate1D<Half>(Count);
        var kernel = Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<Half>, ArrayView<Half>, ArrayView<Half>>(Halve);
        foreach (int count in new[] { 1, 7, 16, 33, Count })
        {
            kernel(count, source.View, target.View, reversed.View);
            Assert.Equal([.. input[..count].Select(each => (Half)(each / 2f) + (Half)1)], target.GetAsArray1D()[..count]);
            Assert.Equal([.. input[..count].Reverse().Select(each => each > Half.Zero ? each : Half.Zero)], reversed.GetAsArray1D()[(Count - count)..]);
        }
    }

    [Theory]
    [OnEachDevice]
    public void Groups_share_them(string device)
    {
        Use(device);
        using var target = Accelerator.Allocate1D<float>(64);
        var kernel = Accelerator.LoadStreamKernel<Half, ArrayView<float>>(Shared);
        kernel((2, 32), (Half)0.25f, target.View);
        Assert.Equal(Enumerable.Range(0, 64).Select(i => (31 - (i % 32)) * 0.25f), target.GetAsArray1D());
    }

    private static void Halve(Index1D index, ArrayView<Half> source, ArrayView<Half> target, ArrayView<Half> reversed)
    {
        float value = source[index];
        target[index] = (Half)(value / 2) + (Half)1;
        if (value > 0) reversed[reversed.Length - 1 - index.X] = source[index];
        else reversed[reversed.Length - 1 - index.X] = Half.Zero;
    }

    private static void Shared(Half unit, ArrayView<float> target)
    {
        var shared = SharedMemory.Allocate<Half>(32);
        shared[Group.IdxX] = unit * (Half)Group.IdxX;
        Group.Barrier();
        target[Grid.GlobalIndex.X] = shared[31 - Group.IdxX];
    }
}
