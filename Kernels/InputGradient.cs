// The gradient of a dense layer Y = X·W by its input.
//
//   dX[r,k] = Σₙ dY[r,n]·W[k,n]
//
// It takes Wᵀ, so that neighbours k read side by side.
//
// Launch  a group four rows r and a block of columns k; a work-item has one column of the four rows.
// Cost    2·R·K·N floating-point operations; Wᵀ is read once for four rows.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>dX = dY·Wᵀ.</summary>
public sealed class InputGradient
{
    private readonly Accelerator accelerator;
    private readonly Precision precision;
    private readonly MatrixProduct product;
    private readonly Action<KernelConfig, ArrayView<float>, ArrayView<float>, ArrayView<float>, int, int, SpecializedValue<int>> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    /// <param name="precision">Of the factors.</param>
    public InputGradient(Accelerator accelerator, Precision precision = Precision.Fp32)
    {
        this.accelerator = accelerator;
        this.precision = precision;
        product = new MatrixProduct(accelerator);
        launch = accelerator.LoadStreamKernel<
            ArrayView<float>, ArrayView<float>, ArrayView<float>, int, int, SpecializedValue<int>>(Kernel);
    }

    /// <summary>Queues one product on the default stream.</summary>
    /// <param name="outputGradients">dY [rows, outputs], read.</param>
    /// <param name="transposedWeights">Wᵀ [outputs, inputs], read.</param>
    /// <param name="inputGradients">dX [rows, inputs], written.</param>
    /// <param name="rows">R.</param>
    /// <param name="inputs">K.</param>
    /// <param name="outputs">N.</param>
    public void Run(
        ArrayView<float> outputGradients,
        ArrayView<float> transposedWeights,
        ArrayView<float> inputGradients,
        int rows,
        int inputs,
        int outputs)
    {
        if (TiledProducts.Suit(inputs, outputs, precision))
        {
            product.Run(
                new(outputGradients, transposedWeights, outputGradients, inputGradients),
                new(rows, inputs, outputs, outputs, inputs, inputs),
                new(ProductOptions.None, precision));
            return;
        }

        var groups = ColumnGroups.Of(accelerator, inputs);
        launch(
            (new Index2D(FourRows.Tiles(rows), groups.Blocks), new Index2D(groups.Width, 1)),
            outputGradients,
            transposedWeights,
            inputGradients,
            rows,
            outputs,
            SpecializedValue.New(inputs));
    }

    private static void Kernel(
        ArrayView<float> outputGradients,
        ArrayView<float> transposedWeights,
        ArrayView<float> inputGradients,
        int rows,
        int outputs,
        SpecializedValue<int> inputs)
    {
        var column = Grid.IdxY * Group.DimX + Group.IdxX;
        if (!ColumnGroups.Has(column, inputs)) return;
        var tile = FourRows.Of(Grid.IdxX, rows);
        FourSums.Of(outputGradients, tile.Times(outputs), 1, transposedWeights, column, inputs, outputs)
            .Store(inputGradients, tile.Times(inputs).Plus(column));
    }
}
