// The LSTM a step at a time, for models whose recurrent kernel no group could read as a whole: the formula is LstmForward's.
//
// Launch  for each step but the first h[t−1]·recurrent as a MatrixProduct, left in the gates' buffer; then one work-item a unit of each
//         sequence, which adds the bias and the token's row of the kernel and goes through the cell.
// Cost    2·T·m·H·4H floating-point operations; 2·T launches; 40·T·m·H bytes beside the products'.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>The LSTM through all steps of a batch, by matrix products.</summary>
public sealed class SteppedLstmForward
{
    private readonly Accelerator accelerator;
    private readonly ProductForm form;
    private readonly MatrixProduct product;
    private readonly Action<KernelConfig, LstmForwardBuffers, LstmShape, int> launch;

    /// <summary>Loads the kernels.</summary>
    /// <param name="accelerator">The accelerator that they run on.</param>
    /// <param name="precision">Of the products' factors.</param>
    public SteppedLstmForward(Accelerator accelerator, Precision precision)
    {
        this.accelerator = accelerator;
        form = new(ProductOptions.None, precision);
        product = new MatrixProduct(accelerator);
        launch = accelerator.LoadStreamKernel<LstmForwardBuffers, LstmShape, int>(Kernel);
    }

    /// <summary>Queues one pass on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="shape">The sizes; every buffer must be at least as long as they say.</param>
    public void Run(LstmForwardBuffers buffers, LstmShape shape)
    {
        var (m, h, gates) = (shape.Sequences, shape.Hidden, shape.Gates);
        var groups = ColumnGroups.Of(accelerator, h);
        var recurrent = new MatrixProductShape(m, gates, h, h, gates, gates);
        for (var t = 0; t < shape.Steps; t++)
        {
            if (t > 0)
            {
                var before = buffers.Hidden.SubView((long)(t - 1) * m * h, (long)m * h);
                var sums = buffers.Gates.SubView((long)t * m * gates, (long)m * gates);
                product.Run(new(before, buffers.Parameters.RecurrentKernel, buffers.Parameters.Bias, sums), recurrent, form);
            }

            launch((new Index2D(m, groups.Blocks), new Index2D(groups.Width, 1)), buffers, shape, t);
        }
    }

    private static void Kernel(LstmForwardBuffers buffers, LstmShape shape, int t)
    {
        var unit = Grid.IdxY * Group.DimX + Group.IdxX;
        if (unit >= shape.Hidden) return;
        var row = t * shape.Sequences + Grid.IdxX;
        var sums = t > 0 ? UnitGates.Load(buffers.Gates, row * shape.Gates, shape.Hidden, unit) : default;
        var bias = UnitGates.Load(buffers.Parameters.Bias, 0, shape.Hidden, unit);
        var token = buffers.Tokens[row];
        var ofToken = token >= 0 ? UnitGates.Load(buffers.Parameters.Kernel, token * shape.Gates, shape.Hidden, unit) : default;
        LstmStep.Forward(buffers, shape, t, Grid.IdxX, unit, new UnitGates(
            sums.Input + ofToken.Input + bias.Input,
            sums.Forget + ofToken.Forget + bias.Forget,
            sums.Candidate + ofToken.Candidate + bias.Candidate,
            sums.Output + ofToken.Output + bias.Output));
    }
}
