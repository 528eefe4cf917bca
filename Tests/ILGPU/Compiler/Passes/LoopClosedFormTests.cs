using ILGPU;
using ILGPU.Compiler;

namespace GpuJazz.Tests.ILGPU.Compiler.Passes;

/// <summary>What a loop makes is seen outside only through phis where it is left; kernels do the same as before.</summary>
public sealed class LoopClosedFormTests
{
    private static readonly int[] Input = [.. Enumerable.Range(0, 40).Select(i => i * 37 % 101)];

    public static TheoryData<string> Kernels => new(
    [
        nameof(OneExit), nameof(TwoExits), nameof(Nested), nameof(LeavesTwo), nameof(UsedInALaterLoop), nameof(UsedAtTheBottom), nameof(SharedExit),
    ]);

    [ClangTheory]
    [MemberData(nameof(Kernels))]
    public void Values_leave_loops_through_phis(string kernel)
    {
        var function = PassKernels.Lower(typeof(LoopClosedFormTests), kernel);
        LoopClosedForm.Run(function);
        Check(function);
        PassKernels.Compare(typeof(LoopClosedFormTests), kernel, Input, PassKernels.Print(typeof(LoopClosedFormTests), kernel, function));
    }

    [Fact]
    public void Kernels_of_integers_are_closed_too()
    {
        foreach (var method in typeof(IntegerConstructs).GetMethods().Where(method => method.IsStatic))
        {
            var function = PassKernels.Lower(typeof(IntegerConstructs), method.Name);
            LoopClosedForm.Run(function);
            Check(function);
        }
    }

    private static void Check(Function function)
    {
        var flow = new ControlFlow(function);
        foreach (var header in flow.Blocks.Where(flow.IsHeader))
        {
            var loop = flow.LoopOf(header);
            foreach (var block in flow.Blocks.Where(block => !loop.Contains(block)))
            {
                var uses = block.Instructions.SelectMany(each => each.Operands).Append(block.Condition);
                Assert.DoesNotContain(uses, value => IsOf(loop, value));
                foreach (var phi in block.Phis)
                {
                    Assert.Equal(block.Predecessors.Count, phi.Operands.Count);
                    for (int i = 0; i < phi.Operands.Count; i++)
                        Assert.True(loop.Contains(block.Predecessors[i]) || !IsOf(loop, phi.Operands[i]));
                }

                bool isExit = block.Predecessors.Exists(loop.Contains);
                bool isBareEnd = block.Successors.Count == 0 && block.Instructions.Count == 0;
                Assert.True(!isExit || isBareEnd || block.Predecessors.TrueForAll(loop.Contains));
            }
        }
    }

    private static bool IsOf(IReadOnlySet<Block> loop, Value? value) =>
        value switch { Phi phi => loop.Contains(phi.Block), Instruction instruction => loop.Contains(instruction.Block), _ => false };

    private static void OneExit(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int sum = 0;
        int i = 0;
        for (; i < index.X; i++) sum += input[i];
        output[index] = sum * 100 + i;
    }

    private static void TwoExits(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int at = 0;
        int value = -1;
        for (; at < input.IntLength; at++)
        {
            value = input[at];
            if (value == index.X) break;
        }

        output[index] = at * 1000 + value;
    }

    private static void Nested(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int sum = 0;
        int last = 0;
        for (int i = 0; i < 5; i++)
        {
            int j = i;
            while (j < index.X) j += 1 + (input[j] & 3);
            sum += j;
            last = j;
        }

        output[index] = unchecked(sum * 31 + last);
    }

    private static void LeavesTwo(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        for (int i = 0; i < input.IntLength; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (input[i] - input[j] != index.X) continue;
                output[index] = i * 100 + j;
                return;
            }
        }

        output[index] = -1;
    }

    private static void UsedInALaterLoop(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int start = 0;
        while (start < 30 && input[start] < 60 + index.X) start++;
        int sum = 0;
        for (int i = 0; i < 4; i++)
        {
            if (input[i] > 20) sum += start * i;
            else sum -= start;
        }

        output[index] = sum;
    }

    private static void UsedAtTheBottom(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int value = index.X;
        int half;
        do
        {
            half = value / 2;
            value = half + (input[half] & 1);
        }
        while (value > 3);
        output[index] = half * 10 + value;
    }

    private static void SharedExit(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int found = -2;
        if (index.X % 3 != 0)
        {
            for (int i = 0; i < 20; i++)
            {
                found = i;
                if (input[i] > 70 + index.X) break;
            }
        }

        output[index] = found;
        if (index.X % 2 == 0) output[index] = found + 100;
    }
}
