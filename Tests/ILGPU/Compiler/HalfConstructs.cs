using ILGPU;
using Half = ILGPU.Half;

namespace GpuJazz.Tests.ILGPU.Compiler;

/// <summary>A small kernel for each use of <see cref="Half"/>, over floats that it rounds, can't hold, or holds below its normal numbers.</summary>
internal static class HalfConstructs
{
    public static void Roundings(Index1D index, ArrayView<float> input, ArrayView<float> output) =>
        output[index] = (Half)(input[index.X % input.IntLength] * (1f + (index.X / input.IntLength * 1e-4f)));

    public static void Arithmetic(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        var a = (Half)input[index.X % input.IntLength];
        var b = (Half)(index.X * 0.37f);
        var sum = a + b;
        if (index.X % 3 == 1) sum = -(a * b) - (Half)0.1;
        if (index.X % 3 == 2) sum = b / (Half)(index.X - 3);
        output[index] = sum;
    }

    public static void Comparisons(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        var a = (Half)input[index.X % input.IntLength];
        var b = (Half)input[index.X / 3 % input.IntLength];
        int bits = 0;
        if (a < b) bits |= 1;
        if (a <= b) bits |= 2;
        if (a > b) bits |= 4;
        if (a >= b) bits |= 8;
        if (a == b) bits |= 16;
        if (a != b) bits |= 32;
        if (Half.IsNaN(a) || Half.IsInfinity(b)) bits |= 64;
        if (Half.IsPositiveInfinity(a) || Half.IsZero(b)) bits |= 128;
        if (Half.IsFinite(a) && !Half.IsNegativeInfinity(b)) bits |= 256;
        output[index] = bits;
    }

    public static void Constants(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        var value = index.X % 4 == 0 ? Half.MaxValue : index.X % 4 == 1 ? Half.Epsilon : Half.NegativeInfinity;
        var other = Half.Abs(index.X % 2 == 0 ? Half.MinValue : (Half)index.X);
        output[index] = (float)value + other + (int)(Half)(index.X * 2.75) + (uint)(Half)7L;
    }

    public static void Loops(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        var all = LocalMemory.Allocate<Half>(8);
        for (int i = 0; i < 8; i++) all[i] = (Half)(input[i] * index.X);
        var sum = Half.Zero;
        for (int i = 0; i <= index.X % 11; i++)
        {
            if (sum > (Half)100) break;
            sum += all[(i * 3 + index.X) % 8];
        }

        output[index] = sum;
    }

    public static void Bits(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        ushort bits = Interop.FloatAsInt((Half)(index.X * 0.01f));
        output[index] = bits + Interop.IntAsFloat((ushort)(index.X * 431));
    }
}
