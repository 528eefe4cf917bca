// Back-propagation through time a step at a time, for models whose recurrent kernel no group could read as a whole: the formula is
// LstmBackward's.
//
// Launch  from the last step on: dz[t+1]·recurrentᵀ as a MatrixProduct, left where unit x's dzᵢ will stand; then one work-item a unit of each
//         sequence, which goes through the cell.
// Cost    2·T·m·H·4H floating-point operations; 2·T launches; 56·T·m·H bytes beside the products'.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Back-propagation through all steps of a batch, by matrix products.</summary>
public sealed class SteppedLstmBackward
{
    private readonly Accelerator accelerator;
    private readonly ProductForm form;
    private readonly MatrixProduct product;
    private readonly Action<KernelConfig, LstmBackwardBuffers, LstmShape, int> launch;

    /// <summary>Loads the kernels.</summary>
    /// <param name="accelerator">The accelerator that they run on.</param>
    /// <param name="precision">Of the products' factors.</param>
    public SteppedLstmBackward(Accelerator accelerator, Precision precision)
    {
        this.accelerator = accelerator;
        form = new(ProductOptions.None, precision);
        product = new MatrixProduct(accelerator);
        launch = accelerator.LoadStreamKernel<LstmBackwardBuffers, LstmShape, int>(Kernel);
    }

    /// <summary>Queues one pass on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="shape">The sizes; every buffer must be at least as long as they say.</param>
    public void Run(LstmBackwardBuffers buffers, LstmShape shape)
    {
        var (m, h, gates) = (shape.Sequences, shape.Hidden, shape.Gates);
        var groups = ColumnGroups.Of(accelerator, h);
        var recurrent = new MatrixProductShape(m, h, gates, gates, h, gates);
        var length = (long)m * gates;
        for (var t = shape.Steps - 1; t >= 0; t--)
        {
            if (t + 1 < shape.Steps)
            {
                var after = buffers.GateGradients.SubView((t + 1) * length, length);
                var sums = buffers.GateGradients.SubView(t * length, length);
                product.Run(new(after, buffers.TransposedRecurrent, after, sums), recurrent, form);
            }

            launch((new Index2D(m, groups.Blocks), new Index2D(groups.Width, 1)), buffers, shape, t);
        }
    }

    private static void Kernel(LstmBackwardBuffers buffers, LstmShape shape, int t)
    {
        var unit = Grid.IdxY * Group.DimX + Group.IdxX;
        if (unit >= shape.Hidden) return;
        var row = t * shape.Sequences + Grid.IdxX;
        var here = row * shape.Hidden + unit;
        var isLast = t + 1 == shape.Steps;
        var outputGradient = buffers.HiddenGradients[here] + (isLast ? 0f : buffers.GateGradients[row * shape.Gates + unit]);
        LstmStep.Backward(buffers, shape, t, Grid.IdxX, unit, outputGradient);
    }
}
