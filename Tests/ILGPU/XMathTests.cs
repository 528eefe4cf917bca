using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU;

public sealed class XMathTests : AcceleratorTest
{
    private static readonly double[] Values = [-3.7, -2.5, -1, -0.3, 0, 1e-6, 0.25, 0.5, 1, 1.5, 2.5, 10.75];

    [Theory]
    [OnEachDevice]
    public void Single_precision_agrees_with_the_systems_mathematics(string device)
    {
        Use(device);
        float[] values = [.. Values.Select(value => (float)value)];
        using var input = Accelerator.Allocate1D(values);
        using var output = Accelerator.Allocate1D<float>(values.Length * 20);
        Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, ArrayView<float>>(Singles)(values.Length, input.View, output.View);
        Accelerator.Synchronize();
        var actual = output.GetAsArray1D().Chunk(20).ToList();
        for (int i = 0; i < values.Length; i++)
        {
            float x = values[i];
            float a = MathF.Abs(x);
            Near(
                [
                    MathF.Exp(x), MathF.Log(a), MathF.Log2(a), MathF.Log10(a), MathF.Tanh(x), MathF.Sqrt(a), 1 / MathF.Sqrt(a), 1 / x,
                    MathF.Pow(a, 1.5f), MathF.Sin(x), MathF.Cos(x), MathF.Abs(x), MathF.Min(x, 1), MathF.Max(x, 1),
                    Math.Clamp(x, -1, 2), MathF.Floor(x), MathF.Ceiling(x), MathF.Round(x), MathF.Truncate(x), MathF.Atan2(x, 2),
                ],
                actual[i],
                4e-7);
        }
    }

    [Theory]
    [OnEachDevice]
    public void Double_precision_agrees_with_the_systems_mathematics(string device)
    {
        Use(device);
        using var input = Accelerator.Allocate1D(Values);
        using var output = Accelerator.Allocate1D<double>(Values.Length * 20);
        Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<double>, ArrayView<double>>(Doubles)(Values.Length, input.View, output.View);
        Accelerator.Synchronize();
        var actual = output.GetAsArray1D().Chunk(20).ToList();
        for (int i = 0; i < Values.Length; i++)
        {
            double x = Values[i];
            double a = Math.Abs(x);
            Near(
                [
                    Math.Exp(x), Math.Log(a), Math.Log2(a), Math.Log10(a), Math.Tanh(x), Math.Sqrt(a), 1 / Math.Sqrt(a), 1 / x,
                    Math.Pow(a, 1.5), Math.Sin(x), Math.Cos(x), Math.Abs(x), Math.Min(x, 1), Math.Max(x, 1),
                    Math.Clamp(x, -1, 2), Math.Floor(x), Math.Ceiling(x), Math.Round(x), Math.Truncate(x), Math.Atan2(x, 2),
                ],
                actual[i],
                1e-15);
        }
    }

    [Theory]
    [OnEachDevice]
    public void Bits_of_numbers_and_integers_come_out(string device)
    {
        Use(device);
        using var output = Accelerator.Allocate1D<int>(8);
        Accelerator.LoadStreamKernel<ArrayView<int>, float, int>(Integers)((1, 1), output.View, -2.5f, 7);
        Accelerator.Synchronize();
        Assert.Equal([BitConverter.SingleToInt32Bits(-2.5f), 1, 2, 3, 7, 5, -1, 8], output.GetAsArray1D());
    }

    private static void Near(IEnumerable<double> expected, double[] actual, double tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.True(
            pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) <= tolerance * Math.Abs(pair.First),
            $"expected {pair.First}, got {pair.Second}"));

    private static void Near(IEnumerable<float> expected, float[] actual, double tolerance) =>
        Near(expected.Select(value => (double)value), [.. actual.Select(value => (double)value)], tolerance);

    private static void Singles(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        float x = input[index];
        float a = XMath.Abs(x);
        var o = output.SubView(index.X * 20, 20);
        o[0] = XMath.Exp(x);
        o[1] = XMath.Log(a);
        o[2] = XMath.Log2(a);
        o[3] = XMath.Log10(a);
        o[4] = XMath.Tanh(x);
        o[5] = XMath.Sqrt(a);
        o[6] = XMath.Rsqrt(a);
        o[7] = XMath.Rcp(x);
        o[8] = XMath.Pow(a, 1.5f);
        o[9] = XMath.Sin(x);
        o[10] = XMath.Cos(x);
        o[11] = XMath.Abs(x);
        o[12] = XMath.Min(x, 1f);
        o[13] = XMath.Max(x, 1f);
        o[14] = XMath.Clamp(x, -1f, 2f);
        o[15] = XMath.Floor(x);
        o[16] = XMath.Ceiling(x);
        o[17] = XMath.Round(x);
        o[18] = XMath.Truncate(x);
        o[19] = XMath.Atan2(x, 2f);
    }

    private static void Doubles(Index1D index, ArrayView<double> input, ArrayView<double> output)
    {
        double x = input[index];
        double a = XMath.Abs(x);
        var o = output.SubView(index.X * 20, 20);
        o[0] = XMath.Exp(x);
        o[1] = XMath.Log(a);
        o[2] = XMath.Log2(a);
        o[3] = XMath.Log10(a);
        o[4] = XMath.Tanh(x);
        o[5] = XMath.Sqrt(a);
        o[6] = XMath.Rsqrt(a);
        o[7] = XMath.Rcp(x);
        o[8] = XMath.Pow(a, 1.5);
        o[9] = XMath.Sin(x);
        o[10] = XMath.Cos(x);
        o[11] = XMath.Abs(x);
        o[12] = XMath.Min(x, 1.0);
        o[13] = XMath.Max(x, 1.0);
        o[14] = XMath.Clamp(x, -1.0, 2.0);
        o[15] = XMath.Floor(x);
        o[16] = XMath.Ceiling(x);
        o[17] = XMath.Round(x);
        o[18] = XMath.Truncate(x);
        o[19] = XMath.Atan2(x, 2.0);
    }

    private static void Integers(ArrayView<int> output, float number, int seven)
    {
        output[0] = (int)Interop.FloatAsInt(number);
        output[1] = Interop.IntAsFloat(Interop.FloatAsInt(number)) == number ? 1 : 0;
        output[2] = XMath.DivRoundUp(seven, 4);
        output[3] = XMath.Min(seven, 3);
        output[4] = XMath.Abs(-seven);
        output[5] = XMath.Clamp(seven, 1, 5);
        output[6] = XMath.Sign(number);
        output[7] = Interop.SizeOf<double>();
    }
}
