// The dense layer over all rows.
//
//   Y[r,n] = Σₖ X[r,k]·W[k,n] + b[n]
//
// Launch  a group four rows r and a block of columns n; a work-item has one column of the four rows.
// Cost    2·R·K·N floating-point operations; W is read once for four rows.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Y = X·W + b.</summary>
public sealed class Dense
{
    private readonly Accelerator accelerator;
    private readonly Precision precision;
    private readonly MatrixProduct product;
    private readonly Action<KernelConfig, DenseBuffers, int, int, SpecializedValue<int>> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    /// <param name="precision">Of the factors.</param>
    public Dense(Accelerator accelerator, Precision precision = Precision.Fp32)
    {
        this.accelerator = accelerator;
        this.precision = precision;
        product = new MatrixProduct(accelerator);
        launch = accelerator.LoadStreamKernel<DenseBuffers, int, int, SpecializedValue<int>>(Kernel);
    }

    /// <summary>Queues one product on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="rows">R.</param>
    /// <param name="inputs">K.</param>
    /// <param name="outputs">N.</param>
    public void Run(DenseBuffers buffers, int rows, int inputs, int outputs)
    {
        if (TiledProducts.Suit(inputs, outputs, precision))
        {
            product.Run(
                new(buffers.Inputs, buffers.Weights, buffers.Bias, buffers.Outputs),
                new(rows, outputs, inputs, inputs, outputs, outputs),
                new(ProductOptions.AddsBias, precision));
            return;
        }

        var groups = ColumnGroups.Of(accelerator, outputs);
        launch(
            (new Index2D(FourRows.Tiles(rows), groups.Blocks), new Index2D(groups.Width, 1)),
            buffers,
            rows,
            inputs,
            SpecializedValue.New(outputs));
    }

    private static void Kernel(DenseBuffers buffers, int rows, int inputs, SpecializedValue<int> outputs)
    {
        var column = Grid.IdxY * Group.DimX + Group.IdxX;
        if (!ColumnGroups.Has(column, outputs)) return;
        var tile = FourRows.Of(Grid.IdxX, rows);
        var sums = FourSums.Of(buffers.Inputs, tile.Times(inputs), 1, buffers.Weights, column, outputs, inputs);
        sums.Plus(buffers.Bias[column]).Store(buffers.Outputs, tile.Times(outputs).Plus(column));
    }
}

/// <summary>What <see cref="Dense"/> reads and writes.</summary>
/// <param name="Inputs">X [R, K], read.</param>
/// <param name="Weights">W [K, N], read.</param>
/// <param name="Bias">b [N], read.</param>
/// <param name="Outputs">Y [R, N], written.</param>
public readonly record struct DenseBuffers(
    ArrayView<float> Inputs, ArrayView<float> Weights, ArrayView<float> Bias, ArrayView<float> Outputs);
