using ILGPU;

namespace GpuJazz.Tests.ILGPU.Compiler.Passes;

/// <summary>What is nothing but an index is written as plain arithmetic; other integers wrap around.</summary>
public sealed class IndexArithmeticTests
{
    [ClangFact]
    public void Indices_are_plain()
    {
        string source = PassKernels.Compile(typeof(IndexArithmeticTests), nameof(Rows)).Source;
        Assert.Contains("input[row * input[1] + index]", source, StringComparison.Ordinal);
        PassKernels.Compare(typeof(IndexArithmeticTests), nameof(Rows), [.. Enumerable.Range(0, 20).Select(i => i + 8)]);
    }

    [ClangFact]
    public void What_is_used_otherwise_wraps_around()
    {
        Assert.Contains("(int)((uint)", PassKernels.Compile(typeof(IndexArithmeticTests), nameof(Hashed)).Source, StringComparison.Ordinal);
        PassKernels.Compare(typeof(IndexArithmeticTests), nameof(Hashed), [.. Enumerable.Range(0, 20).Select(i => i * 123456789)]);
    }

    private static void Rows(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int row = input[0] & 4;
        int width = input[1];
        output[index] = input[row * width + index.X] + row;
    }

    private static void Hashed(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int hash = unchecked((input[index] * 31) + index.X);
        output[index] = input[hash & 15] + hash;
    }
}
