using System.Reflection;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace ILGPU.Compiler.Simd;

/// <summary>
/// Compiles a kernel that nobody runs, which has a little of all that kernels have: the JIT then has the compiler's own code ready, and the
/// tables of reflection are filled, when the first real kernel comes.
/// </summary>
internal static class WarmUp
{
    private static readonly Lazy<Task> Running = new(() => Task.Run(Compile));

    /// <summary>Begins on another thread, once in a process.</summary>
    public static Task Begin() => Running.Value;

    /// <summary>Compiles that kernel.</summary>
    public static SimdProgram Compile()
    {
        var method = typeof(WarmUp).GetMethod(nameof(Sample), BindingFlags.Static | BindingFlags.NonPublic)!;
        var source = new KernelSource(method, KernelGrouping.Explicit, 0);
        return SimdCompiler.Compile(source, [4], new(false, 64, 1, 1), LaneMachine.Best, KernelOptions.OfApplication);
    }

    private static void Sample(ArrayView<float> weights, Sizes sizes, ArrayView<int> tokens, ArrayView<float> output, SpecializedValue<int> rows)
    {
        int unit = Group.IdxX;
        var state = SharedMemory.Allocate<float>(256);
        var sums = LocalMemory.Allocate<float>(4);
        for (int row = 0; row < rows; row++) state[(row * 64) + unit] = 0f;
        Group.Barrier();
        for (int step = 0; step < sizes.Steps; step++)
        {
            for (int row = 0; row < 4; row++)
            {
                int token = tokens[(Grid.IdxX * sizes.Steps) + step];
                sums[row] = token >= 0 ? weights[(token * sizes.Width) + unit] : 0f;
            }

            for (int k = 0; k < sizes.Width; k++)
            {
                float weight = weights[(k * sizes.Width) + unit];
                for (int row = 0; row < 4; row++) sums[row] += state[(row * 64) + k] * weight;
            }

            Group.Barrier();
            for (int row = 0; row < 4; row++)
                if (unit < sizes.Width) state[(row * 64) + unit] = XMath.Tanh(sums[row]) / (1f + XMath.Exp(-sums[row]));
            Group.Barrier();
        }

        float largest = float.NegativeInfinity;
        int place = 0;
        for (int k = unit; k < sizes.Width; k += 64)
        {
            if (state[k] <= largest) continue;
            largest = state[k];
            place = tokens[k & 63];
        }

        for (int delta = 32; delta > 0; delta /= 2)
        {
            state[unit] = XMath.Max(largest, XMath.Log(largest));
            Group.Barrier();
            if (unit < delta) largest = XMath.Max(largest, state[unit + delta]);
            Group.Barrier();
        }

        if (unit == 0) output[Grid.IdxX] = largest + place;
    }

    /// <summary>Numbers that kernels get together.</summary>
    private readonly record struct Sizes(int Steps, int Width);
}
