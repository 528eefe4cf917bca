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

    public static void Doubles(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        double sum = 0;
        for (int i = 0; i <= index.X; i++) sum = sum / 3 + input[i % 5] * 1e-3;
        output[index] = (float)sum;
    }
}
