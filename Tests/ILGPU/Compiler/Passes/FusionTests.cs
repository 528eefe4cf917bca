using ILGPU;
using ILGPU.Compiler;

namespace GpuJazz.Tests.ILGPU.Compiler.Passes;

/// <summary>Products that are only added are rounded with the sum, as the explicit operation does it; unless the option says no.</summary>
public sealed class FusionTests
{
    private static readonly float[] Input = [0f, -0f, 1f, 0.1f, 1.0000001f, -7.3e-3f, 3.3333333f, 1e-20f, 1.7e38f, float.NaN, float.NegativeInfinity];

    [ClangTheory]
    [InlineData(nameof(Sum), nameof(SumFused), 1)]
    [InlineData(nameof(SumBehind), nameof(SumFused), 1)]
    [InlineData(nameof(Difference), nameof(DifferenceFused), 1)]
    [InlineData(nameof(DifferenceBehind), nameof(DifferenceBehindFused), 1)]
    [InlineData(nameof(Doubles), nameof(DoublesFused), 1)]
    [InlineData(nameof(TwoProducts), nameof(TwoProductsFused), 1)]
    [InlineData(nameof(InALoop), nameof(InALoopFused), 1)]
    public void A_product_and_its_sum_are_one_operation(string kernel, string fused, int operations)
    {
        var program = PassKernels.Compile(typeof(FusionTests), kernel);
        Assert.Equal(operations, PassKernels.Count(PassKernels.Lower(typeof(FusionTests), kernel), Operation.MultiplyAdd));
        PassKernels.Compare(typeof(FusionTests), fused, Input, program);
    }

    [Fact]
    public void A_product_with_another_use_stays() =>
        Assert.Equal(0, PassKernels.Count(PassKernels.Lower(typeof(FusionTests), nameof(UsedTwice)), Operation.MultiplyAdd));

    [ClangTheory]
    [InlineData(nameof(Sum))]
    [InlineData(nameof(Difference))]
    [InlineData(nameof(DifferenceBehind))]
    [InlineData(nameof(TwoProducts))]
    public void The_option_keeps_the_bits_of_CSharp(string kernel)
    {
        var options = new KernelOptions { FusesMultiplyAdd = false };
        PassKernels.Compare(typeof(FusionTests), kernel, Input, PassKernels.Compile(typeof(FusionTests), kernel, options: options));
    }

    private static float A(ArrayView<float> input, Index1D index) => input[index];

    private static float B(ArrayView<float> input, Index1D index) => input[(index + 3) % input.IntLength];

    private static float C(ArrayView<float> input, Index1D index) => input[(index * 5 + 2) % input.IntLength];

    private static void Sum(Index1D index, ArrayView<float> input, ArrayView<float> output) =>
        output[index] = A(input, index) * B(input, index) + C(input, index);

    private static void SumBehind(Index1D index, ArrayView<float> input, ArrayView<float> output) =>
        output[index] = C(input, index) + A(input, index) * B(input, index);

    private static void SumFused(Index1D index, ArrayView<float> input, ArrayView<float> output) =>
        output[index] = MathF.FusedMultiplyAdd(A(input, index), B(input, index), C(input, index));

    private static void Difference(Index1D index, ArrayView<float> input, ArrayView<float> output) =>
        output[index] = A(input, index) * B(input, index) - C(input, index);

    private static void DifferenceFused(Index1D index, ArrayView<float> input, ArrayView<float> output) =>
        output[index] = MathF.FusedMultiplyAdd(A(input, index), B(input, index), -C(input, index));

    private static void DifferenceBehind(Index1D index, ArrayView<float> input, ArrayView<float> output) =>
        output[index] = C(input, index) - A(input, index) * B(input, index);

    private static void DifferenceBehindFused(Index1D index, ArrayView<float> input, ArrayView<float> output) =>
        output[index] = MathF.FusedMultiplyAdd(-A(input, index), B(input, index), C(input, index));

    private static void Doubles(Index1D index, ArrayView<float> input, ArrayView<float> output) =>
        output[index] = (float)((double)A(input, index) * 0.1 + C(input, index) / 3.0);

    private static void DoublesFused(Index1D index, ArrayView<float> input, ArrayView<float> output) =>
        output[index] = (float)Math.FusedMultiplyAdd((double)A(input, index), 0.1, C(input, index) / 3.0);

    private static void TwoProducts(Index1D index, ArrayView<float> input, ArrayView<float> output) =>
        output[index] = A(input, index) * B(input, index) + B(input, index) * C(input, index);

    private static void TwoProductsFused(Index1D index, ArrayView<float> input, ArrayView<float> output) =>
        output[index] = MathF.FusedMultiplyAdd(A(input, index), B(input, index), B(input, index) * C(input, index));

    private static void InALoop(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        float sum = 0;
        for (int i = 0; i < 5; i++) sum += input[i] * B(input, index);
        output[index] = sum;
    }

    private static void InALoopFused(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        float sum = 0;
        for (int i = 0; i < 5; i++) sum = MathF.FusedMultiplyAdd(input[i], B(input, index), sum);
        output[index] = sum;
    }

    private static void UsedTwice(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        float product = A(input, index) * B(input, index);
        output[index] = (product + C(input, index)) / product;
    }
}
