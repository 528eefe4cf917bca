using ILGPU;
using ILGPU.Compiler;

namespace GpuJazz.Tests.ILGPU.Compiler.Passes;

/// <summary>What is known is not made again.</summary>
public sealed class CommonValuesTests
{
    private static readonly int[] Input = [.. Enumerable.Range(0, 40).Select(i => i * 37 % 101)];

    [ClangTheory]
    [InlineData(nameof(Sums), 1, Operation.Xor)]
    [InlineData(nameof(SumsInArms), 2, Operation.Xor)]
    [InlineData(nameof(Loads), 2, Operation.Load)]
    [InlineData(nameof(LoadsAroundAStore), 2, Operation.Load)]
    public void A_value_is_made_once(string kernel, int times, object operation)
    {
        Assert.Equal(times, PassKernels.Count(PassKernels.Lower(typeof(CommonValuesTests), kernel), (Operation)operation));
        PassKernels.Compare(typeof(CommonValuesTests), kernel, Input);
    }

    private static void Sums(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int value = input[index];
        int first = value ^ index.X;
        output[index] = first > 20 ? unchecked(first * input[3]) : input[(value ^ index.X) & 7];
    }

    // Neither arm dominates the other.
    private static void SumsInArms(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int value = input[index];
        if (value > 30) output[index] = value ^ index.X;
        else output[index] = (value ^ index.X) + 1;
    }

    private static void Loads(Index1D index, ArrayView<int> input, ArrayView<int> output) =>
        output[index] = unchecked((input[index] * input[2]) + (input[2] * 3) - input[index]);

    private static void LoadsAroundAStore(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        output[index] = input[index];
        output[index] += 3;
    }
}
