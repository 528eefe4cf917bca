using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>The gradients of a layer by its weights and its bias, which lie one behind the other: dW = Xᵀ·dY, db = column sums of dY.</summary>
public sealed class LayerGradient
{
    private readonly Precision precision;
    private readonly WeightGradient weightGradient;
    private readonly BiasGradient biasGradient;
    private readonly SplitGradient split;

    /// <summary>Loads the kernels.</summary>
    /// <param name="accelerator">The accelerator that they run on.</param>
    /// <param name="precision">Of the factors.</param>
    public LayerGradient(Accelerator accelerator, Precision precision = Precision.Fp32)
    {
        this.precision = precision;
        weightGradient = new WeightGradient(accelerator, precision);
        biasGradient = new BiasGradient(accelerator);
        split = new SplitGradient(accelerator);
    }

    /// <summary>Queues both on the default stream.</summary>
    /// <param name="inputs">X [at least rows, inputs], read.</param>
    /// <param name="outputGradients">dY [at least rows + shift, outputs], read.</param>
    /// <param name="gradients">dW [inputs, outputs] and behind it db [outputs]; written.</param>
    /// <param name="shape">The sizes. The bias's sum is over all rows + shift rows of dY.</param>
    /// <param name="adds">Whether the sums are added to what stands in the gradients.</param>
    public void Run(
        ArrayView<float> inputs, ArrayView<float> outputGradients, ArrayView<float> gradients, WeightGradientShape shape, bool adds = false)
    {
        if (!TiledProducts.Suit(shape.Inputs, shape.Outputs, precision) && split.Suits(shape))
        {
            split.Run(inputs, outputGradients, gradients, shape, hasBias: true, adds);
            return;
        }

        var weights = (long)shape.Inputs * shape.Outputs;
        weightGradient.Run(inputs, outputGradients, gradients.SubView(0, weights), shape, adds);
        biasGradient.Run(outputGradients, gradients.SubView(weights, shape.Outputs), shape.Rows + shape.Shift, shape.Outputs, adds);
    }
}
