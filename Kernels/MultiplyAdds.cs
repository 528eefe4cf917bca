// Multiply-adds and nothing else, to find out how many of them an accelerator does in a second.
//
//   x ← x·a + b, n times, for eight numbers x;   y = Σ x
//
// The eight do not wait for each other, so that a core's or a multiprocessor's units for them are never idle. With 0 < a < 1 they tend
// to b / (1 − a), whatever they start from: a result to check.
//
// Launch  a work-item a y, in groups of one dimension.
// Cost    16·n + 8 floating-point operations and 8 bytes a work-item.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Many multiply-adds a work-item: the speed that no other kernel can pass.</summary>
public sealed class MultiplyAdds
{
    /// <summary>The numbers that a work-item keeps in registers.</summary>
    public const int Numbers = 8;

    private readonly Action<KernelConfig, ArrayView<float>, MultiplyAddsRule> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public MultiplyAdds(Accelerator accelerator) =>
        launch = accelerator.LoadStreamKernel<ArrayView<float>, MultiplyAddsRule>(Kernel);

    /// <summary>Queues one launch on the default stream.</summary>
    /// <param name="values">y [groups · width], read and written: number k of a work-item starts at y + k.</param>
    /// <param name="groups">How many groups.</param>
    /// <param name="width">The work-items of each.</param>
    /// <param name="rule">a, b and n.</param>
    public void Run(ArrayView<float> values, int groups, int width, MultiplyAddsRule rule) => launch((groups, width), values, rule);

    private static void Kernel(ArrayView<float> values, MultiplyAddsRule rule)
    {
        var here = Grid.GlobalIndex.X;
        var start = values[here];
        float first = start, second = start + 1f, third = start + 2f, fourth = start + 3f;
        float fifth = start + 4f, sixth = start + 5f, seventh = start + 6f, eighth = start + 7f;
        for (var round = 0; round < rule.Rounds; round++)
        {
            first = first * rule.Factor + rule.Term;
            second = second * rule.Factor + rule.Term;
            third = third * rule.Factor + rule.Term;
            fourth = fourth * rule.Factor + rule.Term;
            fifth = fifth * rule.Factor + rule.Term;
            sixth = sixth * rule.Factor + rule.Term;
            seventh = seventh * rule.Factor + rule.Term;
            eighth = eighth * rule.Factor + rule.Term;
        }

        values[here] = first + second + third + fourth + fifth + sixth + seventh + eighth;
    }
}

/// <summary>What <see cref="MultiplyAdds"/> does.</summary>
/// <param name="Factor">a.</param>
/// <param name="Term">b.</param>
/// <param name="Rounds">n.</param>
public readonly record struct MultiplyAddsRule(float Factor, float Term, int Rounds);
