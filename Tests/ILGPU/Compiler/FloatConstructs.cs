using ILGPU;
using ILGPU.Algorithms;

namespace GpuJazz.Tests.ILGPU.Compiler;

/// <summary>A small kernel for each construct, over floating-point numbers, NaN and the infinities among them.</summary>
internal static class FloatConstructs
{
    public static void Comparisons(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        float a = input[index.X % input.IntLength];
        float b = input[index.X / 3 % input.IntLength];
        int bits = 0;
        if (a < b) bits |= 1;
        if (a <= b) bits |= 2;
        if (!(a > b)) bits |= 4;
        if (!(a >= b)) bits |= 8;
        if (a == b) bits |= 16;
        if (a != b) bits |= 32;
        if (float.IsNaN(a) || XMath.IsInfinity(b)) bits |= 64;
        bool isLess = a < b;
        output[index] = bits + (isLess ? 0.5f : 0.25f);
    }

    public static void Conversions(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        float value = input[index.X % input.IntLength] * 1e9f;
        int whole = (int)value;
        uint unsigned = (uint)value;
        long large = (long)(value * 1e9f);
        byte small = (byte)(input[index.X % input.IntLength] * 100);
        output[index] = whole / 7 + (float)unsigned + large % 1000 + small + (float)((double)value / 3.0);
    }

    public static void Functions(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        float a = input[index.X % input.IntLength];
        float b = input[index.X / 3 % input.IntLength];
        float c = XMath.Min(a, b) + 3 * XMath.Max(a, b);
        output[index] = index.X % 2 == 0 ? c : XMath.Sqrt(XMath.Abs(a)) + XMath.Floor(b) + XMath.Clamp(a, -1f, 1f) + a % b;
    }

    public static void Bits(Index1D index, ArrayView<float> input, ArrayView<float> output) =>
        output[index] = Interop.IntAsFloat(Interop.FloatAsInt(input[index.X % input.IntLength]) ^ 0x80000001u);

    public static void BitConversions(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        float value = input[index.X % input.IntLength];
        int exponent = (BitConverter.SingleToInt32Bits(value) >> 23 & 0xFF) + index.X;
        long wide = BitConverter.DoubleToInt64Bits(value) >> 32;
        output[index] = BitConverter.Int32BitsToSingle((exponent & 0x7F) << 23) + BitConverter.UInt32BitsToSingle((uint)wide >> 4);
    }

    public static void Roundings(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        float value = input[index.X % input.IntLength] * (1 + index.X / input.IntLength);
        float sum = MathF.Round(value) + 10 * MathF.Truncate(value) + 100 * MathF.Ceiling(value);
        output[index] = index.X % 2 == 0 ? sum : MathF.CopySign(sum, value) + MathF.Round(value + 0.5f, MidpointRounding.ToEven);
    }

    public static void FusedProducts(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        float a = input[index.X % input.IntLength];
        float b = input[index.X / 3 % input.IntLength];
        double both = Math.FusedMultiplyAdd(a, b, 0.1);
        output[index] = MathF.FusedMultiplyAdd(a, b, -a * b) + MathF.FusedMultiplyAdd(a, 0.1f, b) + (float)both;
    }

    public static void SmallestAndLargest(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        float a = input[index.X % input.IntLength];
        float b = input[index.X / 3 % input.IntLength];
        output[index] = index.X % 2 == 0 ? MathF.Min(a, b) : Math.Max(a, b);
    }

    public static void Choices(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        float value = input[index.X % input.IntLength];
        float other = index.X > 7 && value > 1 || value < -1 ? value : -value;
        if (other > 2.5f) other = value * 0.5f;
        else if (float.IsNaN(other)) other = 7;
        output[index] = other <= 0.1f ? other < 0 ? other - 1 : 3 : other + 1;
    }

    public static void Doubles(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        double sum = 0;
        for (int i = 0; i <= index.X; i++) sum = sum / 3 + input[i % 5] * 1e-3;
        output[index] = (float)sum;
    }
}
