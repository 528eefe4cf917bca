using ILGPU;
using ILGPU.Compiler;

namespace GpuJazz.Tests.ILGPU.Compiler.Passes;

/// <summary>Memory of a work-item becomes variables where its indices are known, small loops being written out for that.</summary>
public sealed class LocalArraysTests
{
    private static readonly int[] Input = [.. Enumerable.Range(0, 40).Select(i => i * 37 % 101)];

    [ClangTheory]
    [InlineData(nameof(Constants), 0)]
    [InlineData(nameof(Filled), 1)]
    [InlineData(nameof(Tile), 1)]
    [InlineData(nameof(Halved), 0)]
    [InlineData(nameof(AtTheBottom), 0)]
    [InlineData(nameof(WithBreak), 0)]
    [InlineData(nameof(WithBranches), 0)]
    [InlineData(nameof(AcrossALoop), 1)]
    [InlineData(nameof(WrittenInABranch), 0)]
    public void Memory_with_known_indices_becomes_variables(string kernel, int loops)
    {
        var function = PassKernels.Lower(typeof(LocalArraysTests), kernel);
        Assert.Empty(function.Allocations);
        Assert.Equal(loops, Loops(function));
        PassKernels.Compare(typeof(LocalArraysTests), kernel, Input);
    }

    [ClangTheory]
    [InlineData(nameof(Searched))]
    [InlineData(nameof(Long))]
    public void Other_memory_stays(string kernel)
    {
        var function = PassKernels.Lower(typeof(LocalArraysTests), kernel);
        Assert.Single(function.Allocations);
        PassKernels.Compare(typeof(LocalArraysTests), kernel, Input);
    }

    [Theory]
    [InlineData(nameof(Long), Dialect.OpenCL, "__attribute__((opencl_unroll_hint))", 2)]
    [InlineData(nameof(Long), Dialect.Cuda, "#pragma unroll", 2)]
    [InlineData(nameof(AcrossALoop), Dialect.Cuda, "#pragma unroll", 0)]
    public void Compilers_of_the_text_are_told_to_unroll_what_stays(string kernel, object dialect, string hint, int times)
    {
        string source = PassKernels.Compile(typeof(LocalArraysTests), kernel, (Dialect)dialect).Source;
        Assert.Equal(times, source.Split(hint).Length - 1);
    }

    private static int Loops(Function function)
    {
        var flow = new ControlFlow(function);
        return flow.Blocks.Count(flow.IsHeader);
    }

    private static void Constants(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        var local = LocalMemory.Allocate<int>(3);
        local[0] = input[index];
        local[2] = local[0] + 1;
        if (local[2] > 50) local[0] = input[2];
        output[index] = local[0] * 100 + local[2];
    }

    // A loop stays that has more rounds than are written out.
    private static void Filled(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        var sums = LocalMemory.Allocate<int>(4);
        for (int r = 0; r < 4; r++) sums[r] = r;
        for (int k = 0; k < index.X; k++)
            for (int r = 0; r < 4; r++) sums[r] += input[k] * (r + 1);
        int result = 0;
        for (int r = 0; r < 4; r++) result ^= sums[r];
        output[index] = result;
    }

    private static void Tile(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        var sums = LocalMemory.Allocate<int>(6);
        for (int i = 0; i < 6; i++) sums[i] = 0;
        for (int k = 0; k < index.X; k++)
            for (int row = 0; row < 2; row++)
                for (int column = 0; column < 3; column++) sums[row * 3 + column] += input[k + row & 31] * input[k ^ column];
        int result = 0;
        for (int i = 0; i < 6; i++) result = unchecked((result * 7) + sums[i]);
        output[index] = result;
    }

    private static void Halved(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        var local = LocalMemory.Allocate<int>(9);
        for (int i = 0; i < 9; i++) local[i] = input[index + i & 31];
        for (int width = 8; width > 0; width /= 2) local[width / 2] += local[width];
        output[index] = local[0] + local[4];
    }

    private static void AtTheBottom(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        var local = LocalMemory.Allocate<int>(5);
        int i = 0;
        do
        {
            local[i] = input[index] * i;
            i += 2;
        }
        while (i < 5);
        output[index] = local[0] + local[2] * 3 + local[4] * 5 + i;
    }

    private static void WithBreak(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        var local = LocalMemory.Allocate<int>(6);
        for (int i = 0; i < 6; i++) local[i] = input[index + i & 31];
        int sum = 0;
        int at = 0;
        for (; at < 6; at++)
        {
            if (local[at] > 80) break;
            if (local[at] < 10)
            {
                output[index] = sum;
                return;
            }

            sum += local[at];
        }

        output[index] = sum * 10 + at;
    }

    private static void WithBranches(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        var local = LocalMemory.Allocate<int>(4);
        for (int i = 0; i < 4; i++) local[i] = 100 * i;
        for (int i = 0; i < 4; i++)
        {
            if (input[index + i & 31] > 40) local[i] = input[i];
            else local[3 - i] = i;
        }

        int result = 0;
        for (int i = 0; i < 4; i++) result = result * 11 + local[i];
        output[index] = result;
    }

    private static void AcrossALoop(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        var pair = LocalMemory.Allocate<int>(2);
        pair[0] = 0;
        pair[1] = 1;
        for (int i = 0; i < index.X; i++)
        {
            int next = unchecked(pair[0] + pair[1]);
            pair[0] = pair[1];
            pair[1] = next;
        }

        output[index] = pair[0];
    }

    private static void WrittenInABranch(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        var local = LocalMemory.Allocate<int>(2);
        local[1] = -7;
        if (index.X > 3) local[1] = input[index];
        output[index] = local[1];
    }

    private static void Searched(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        var local = LocalMemory.Allocate<int>(8);
        for (int i = 0; i < 8; i++) local[i] = i * i;
        output[index] = local[input[index] & 7];
    }

    private static void Long(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        var local = LocalMemory.Allocate<int>(40);
        for (int i = 0; i < 40; i++) local[i] = input[i] - index.X;
        int sum = 0;
        for (int i = 39; i >= 0; i--) sum = unchecked((sum * 3) ^ local[i]);
        output[index] = sum;
    }
}
