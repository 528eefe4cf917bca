// Dropout: each number of a layer's output is dropped with probability p, and what is kept grows, so that the mean stays.
//
//   y = x·k / (1 − p)      k = 0 with probability p, else 1
//
// Whether a number is dropped is counted out of its place (DropoutRule), so that the way back makes the same k again instead of
// keeping it: dx = dy·k / (1 − p) is this kernel over dy.
//
// Launch  a group a row and a block of units; a work-item has one number.
// Cost    ten rounds of Philox a number: about 100 integer operations; 4 bytes read and 4 written.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Drops numbers of a layer's output, or of the gradient by it (Srivastava et al., JMLR 2014, scaled as it trains).</summary>
public sealed class Dropout
{
    private readonly Accelerator accelerator;
    private readonly Action<KernelConfig, ArrayView<float>, ArrayView<float>, LstmShape, DropoutRule> launch;
    private readonly Action<KernelConfig, ArrayView<float>, ArrayView<float>, LstmShape, DropoutRule, ArrayView<int>> launchRepeated;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public Dropout(Accelerator accelerator)
    {
        this.accelerator = accelerator;
        launch = accelerator.LoadStreamKernel<ArrayView<float>, ArrayView<float>, LstmShape, DropoutRule>(Kernel);
        launchRepeated = accelerator.LoadStreamKernel<ArrayView<float>, ArrayView<float>, LstmShape, DropoutRule, ArrayView<int>>(RepeatedKernel);
    }

    /// <summary>Queues one pass on the default stream.</summary>
    /// <param name="inputs">[T, m, H] read.</param>
    /// <param name="outputs">[T, m, H] written; may be the inputs.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="rule">What is dropped.</param>
    /// <param name="update">The rule's number of the update, where it lies on the accelerator: [1], read; none by default.</param>
    public void Run(ArrayView<float> inputs, ArrayView<float> outputs, LstmShape shape, DropoutRule rule, ArrayView<int> update = default)
    {
        var groups = ColumnGroups.Of(accelerator, shape.Hidden);
        KernelConfig config = (new Index2D(shape.Rows, groups.Blocks), new Index2D(groups.Width, 1));
        if (update.Length > 0) launchRepeated(config, inputs, outputs, shape, rule, update);
        else launch(config, inputs, outputs, shape, rule);
    }

    private static void RepeatedKernel(
        ArrayView<float> inputs, ArrayView<float> outputs, LstmShape shape, DropoutRule rule, ArrayView<int> update) =>
        Kernel(inputs, outputs, shape, rule with { Update = (uint)update[0] });

    private static void Kernel(ArrayView<float> inputs, ArrayView<float> outputs, LstmShape shape, DropoutRule rule)
    {
        var row = Grid.IdxX;
        var unit = Grid.IdxY * Group.DimX + Group.IdxX;
        if (unit >= shape.Hidden) return;
        var here = row * shape.Hidden + unit;
        var step = row / shape.Sequences;
        var isKept = rule.Uniform(step, row - step * shape.Sequences, unit) >= rule.Rate;
        outputs[here] = isKept ? inputs[here] / (1f - rule.Rate) : 0f;
    }
}
