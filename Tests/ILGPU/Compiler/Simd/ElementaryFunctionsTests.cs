using GpuJazz.Tests.ILGPU.Compiler.Passes;
using ILGPU;
using ILGPU.Compiler;

namespace GpuJazz.Tests.ILGPU.Compiler.Simd;

/// <summary>The errors of the elementary functions, against double precision; and that kernels have them inlined without a branch.</summary>
public sealed class ElementaryFunctionsTests
{
    // A prime: every exponent is met with many fractions.
    private const long Step = 197;

    private static readonly float[] Special =
    [
        0f, -0f, 1f, -1f, float.Epsilon, -float.Epsilon, 1.17549435e-38f, 1.1754942e-38f, float.MaxValue, float.MinValue, float.NaN,
        float.PositiveInfinity, float.NegativeInfinity, 88.72283f, 88.72284f, -87.33655f, -103.27893f, -103.97208f, -104f, 9.010913f, 0.70710677f,
    ];

    public static TheoryData<string, double> Functions => new()
    {
        { nameof(ElementaryFunctions.Exp), 1.43 },
        { nameof(ElementaryFunctions.Log), 0.88 },
        { nameof(ElementaryFunctions.Tanh), 1.93 },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void Errors_stay_below_the_stated_bound(string name, double bound)
    {
        var (function, exact) = Of(name);
        double worst = 0;
        foreach (float x in Special) worst = Math.Max(worst, Error(function(x), exact(x)));
        for (long bits = 0; bits <= uint.MaxValue; bits += Step)
        {
            float x = BitConverter.UInt32BitsToSingle((uint)bits);
            double error = Error(function(x), exact(x));
            if (error > worst) worst = error;
        }

        Assert.True(worst <= bound, $"{worst} ulp");
    }

    [Fact]
    public void The_logistic_function_that_is_written_with_them_stays_near_too()
    {
        // Below −88, where e⁻ˣ is no float any more, it is 0 rather than a number below the normal ones.
        double worst = 0;
        for (float x = -88f; x < 88f; x += 0.00137f)
            worst = Math.Max(worst, Error(1f / (1f + ElementaryFunctions.Exp(-x)), 1 / (1 + Math.Exp(-(double)x))));
        Assert.True(worst <= 3, $"{worst} ulp");
    }

    [ClangTheory]
    [InlineData(nameof(ExpKernel))]
    [InlineData(nameof(LogKernel))]
    [InlineData(nameof(TanhKernel))]
    public void Kernels_have_them_without_a_branch_and_with_the_same_bits(string kernel)
    {
        var function = PassKernels.Lower(typeof(ElementaryFunctionsTests), kernel);
        Assert.Single(function.Blocks, block => block.Condition is not null);
        Assert.DoesNotContain(function.Blocks.SelectMany(block => block.Instructions), each => each.Operation == Operation.Call && !MathFunctions.IsCheap(each.Function!));
        PassKernels.Compare(typeof(ElementaryFunctionsTests), kernel, Special);
    }

    private static (Func<float, float> Function, Func<double, double> Exact) Of(string name) => name switch
    {
        nameof(ElementaryFunctions.Exp) => (ElementaryFunctions.Exp, Math.Exp),
        nameof(ElementaryFunctions.Log) => (ElementaryFunctions.Log, Math.Log),
        _ => (ElementaryFunctions.Tanh, Math.Tanh),
    };

    // In units of the last place that the exact value has as a float; limits must be right.
    private static double Error(float actual, double exact)
    {
        if (double.IsNaN(exact)) return float.IsNaN(actual) ? 0 : double.PositiveInfinity;
        float rounded = (float)exact;
        if (exact == 0 || double.IsInfinity(exact)) return rounded.Equals(actual) && float.IsNegative(rounded) == float.IsNegative(actual) ? 0 : double.PositiveInfinity;
        if (float.IsInfinity(rounded)) return actual.Equals(rounded) ? 0 : double.PositiveInfinity;
        double magnitude = Math.Max(Math.Abs(exact), 1.1754943508222875e-38);
        return Math.Abs(actual - exact) / Math.ScaleB(1, Math.ILogB(magnitude) - 23);
    }

    private static void ExpKernel(Index1D index, ArrayView<float> input, ArrayView<float> output) =>
        output[index] = ElementaryFunctions.Exp(input[index]);

    private static void LogKernel(Index1D index, ArrayView<float> input, ArrayView<float> output) =>
        output[index] = ElementaryFunctions.Log(input[index]);

    private static void TanhKernel(Index1D index, ArrayView<float> input, ArrayView<float> output) =>
        output[index] = ElementaryFunctions.Tanh(input[index]);
}
