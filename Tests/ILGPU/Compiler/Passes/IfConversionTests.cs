using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Compiler;

namespace GpuJazz.Tests.ILGPU.Compiler.Passes;

/// <summary>Small branches become choices; what loads, divides or takes long keeps its branch.</summary>
public sealed class IfConversionTests
{
    private static readonly int[] Input = [.. Enumerable.Range(0, 40).Select(i => (i * 37 % 101) - 30)];

    [ClangTheory]
    [InlineData(nameof(Triangle), 1, 1)]
    [InlineData(nameof(Diamond), 1, 1)]
    [InlineData(nameof(Nested), 1, 3)]
    [InlineData(nameof(Chain), 2, 0)]
    [InlineData(nameof(ChainWithValues), 3, 1)]
    [InlineData(nameof(InALoop), 2, 2)]
    public void A_small_branch_becomes_a_choice(string kernel, int branches, int choices) => Check(kernel, branches, choices);

    [ClangTheory]
    [InlineData(nameof(Loading), 2)]
    [InlineData(nameof(Dividing), 2)]
    [InlineData(nameof(Storing), 2)]
    [InlineData(nameof(Large), 2)]
    public void Another_branch_stays(string kernel, int branches) => Check(kernel, branches, 0);

    [Fact]
    public void A_slow_function_stays_in_its_branch() =>
        Assert.Equal(2, Branches(PassKernels.Lower(typeof(IfConversionTests), nameof(Exponential))));

    private static void Check(string kernel, int branches, int choices)
    {
        var function = PassKernels.Lower(typeof(IfConversionTests), kernel);
        Assert.Equal(branches, Branches(function));
        Assert.Equal(choices, PassKernels.Count(function, Operation.Select));
        PassKernels.Compare(typeof(IfConversionTests), kernel, Input);
    }

    // The bound of the launch is one of them.
    private static int Branches(Function function) => function.Blocks.Count(block => block.Condition is not null);

    private static void Triangle(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int value = input[index];
        if (value < 0) value = 3 - value;
        output[index] = value;
    }

    private static void Diamond(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int value = input[index];
        output[index] = (value & 1) == 0 ? value + 5 : value * 3;
    }

    private static void Nested(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int value = input[index];
        int result = index.X;
        if (value > 10)
        {
            if (value > 40) result += 2;
            else result = value - 1;
        }
        else if (value == 4)
        {
            result = -9;
        }

        output[index] = result;
    }

    private static void Chain(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int value = input[index];
        output[index] = 1;
        if ((value > 0 && value < 30) || (value & 3) == 1) output[index] = value;
    }

    private static void ChainWithValues(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int value = input[index];
        int reason = 1;
        if (value > 20)
        {
            reason = 2;
            if (value < 60)
            {
                // A store, so that this is a chain and no choice.
                output[index] = value;
                return;
            }
        }

        for (int i = 0; i < 3; i++) reason += input[i];
        output[index] = reason;
    }

    private static void InALoop(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int best = int.MinValue;
        int at = 0;
        for (int i = 0; i < index.X && i < input.IntLength; i++)
        {
            int value = input[i];
            if (value <= best) continue;
            best = value;
            at = i;
        }

        output[index] = unchecked(best + at);
    }

    private static void Loading(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int value = 0;
        if (index.X > 7) value = input[index.X - 7];
        output[index] = value;
    }

    private static void Dividing(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int value = input[index];
        if (value != 0) value = 1000 / value;
        output[index] = value;
    }

    private static void Storing(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        output[index] = 3;
        if (input[index] > 5) output[index] = 4;
    }

    private static void Large(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int value = input[index];
        if (value > 5) value = unchecked((((value * 3) ^ (value >> 2)) + ((value << 5) ^ value)) * ((value | 9) + (value & 77)));
        output[index] = value;
    }

    private static void Exponential(Index1D index, ArrayView<float> input, ArrayView<float> output)
    {
        float value = input[index];
        if (value > 0) value = XMath.Exp(-value);
        output[index] = value;
    }
}
