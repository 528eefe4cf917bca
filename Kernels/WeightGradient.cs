// The gradient of a dense layer Y = X·W by its weights, summed over rows in a fixed order.
//
//   dW[k,n] = Σᵣ X[r,k]·dY[r + shift,n]
//
// The shift pairs a step's gate gradients with the hidden state of the step before (a shift of m rows); it is 0 for a plain layer.
// Rows are summed in blocks and the blocks' sums added, which keeps the rounding error of long sums small; no atomics, so that a
// run can be repeated bit for bit.
//
// Launch  a group one or more tiles of four rows k and a block of columns n; a work-item has one column of the four rows of a tile. On a GPU
//         as SplitGradient has it.
// Cost    2·R·K·N floating-point operations; dY is read once for four rows.
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>dW = Xᵀ·dY.</summary>
public sealed class WeightGradient
{
    private const int Block = 64;
    private const int BlockOfTiles = 2048;

    private readonly Accelerator accelerator;
    private readonly Precision precision;
    private readonly MatrixProduct product;
    private readonly SplitGradient split;
    private readonly Action<
        KernelConfig, ArrayView<float>, ArrayView<float>, ArrayView<float>, WeightGradientShape, int, SpecializedValue<int>> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    /// <param name="precision">Of the factors.</param>
    public WeightGradient(Accelerator accelerator, Precision precision = Precision.Fp32)
    {
        this.accelerator = accelerator;
        this.precision = precision;
        product = new MatrixProduct(accelerator);
        split = new SplitGradient(accelerator);
        launch = accelerator.LoadStreamKernel<
            ArrayView<float>, ArrayView<float>, ArrayView<float>, WeightGradientShape, int, SpecializedValue<int>>(Kernel);
    }

    /// <summary>Queues one product on the default stream.</summary>
    /// <param name="inputs">X [at least rows, inputs], read.</param>
    /// <param name="outputGradients">dY [at least rows + shift, outputs], read.</param>
    /// <param name="weightGradients">dW [inputs, outputs], written; zero where there are no rows.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="adds">Whether the product is added to what stands in dW.</param>
    public void Run(
        ArrayView<float> inputs,
        ArrayView<float> outputGradients,
        ArrayView<float> weightGradients,
        WeightGradientShape shape,
        bool adds = false)
    {
        var isTiled = TiledProducts.Suit(shape.Inputs, shape.Outputs, precision);
        if (!isTiled && split.Suits(shape))
        {
            split.Run(inputs, outputGradients, weightGradients, shape, hasBias: false, adds);
            return;
        }

        if (adds || isTiled)
        {
            RunByTiles(inputs, outputGradients, weightGradients, shape, adds);
            return;
        }

        var columns = ColumnGroups.Of(accelerator, shape.Outputs);
        var groups = TileGroups.Of(accelerator, shape.Inputs);
        launch(
            (new Index2D(groups.Groups, columns.Blocks), new Index2D(columns.Width, 1)),
            inputs,
            outputGradients,
            weightGradients,
            shape,
            groups.Tiles,
            SpecializedValue.New(shape.Outputs));
    }

    /// <summary>In blocks, as in the kernel: each is added to the sum of those before.</summary>
    private void RunByTiles(
        ArrayView<float> inputs, ArrayView<float> outputGradients, ArrayView<float> weightGradients, WeightGradientShape shape, bool adds)
    {
        var first = 0;
        do
        {
            var rows = Math.Min(BlockOfTiles, shape.Rows - first);

            // Without rows there may be nothing behind the shift either.
            var firstGradient = rows > 0 ? first + shape.Shift : 0;
            product.Run(
                new(
                    inputs.SubView((long)first * shape.Inputs, (long)rows * shape.Inputs),
                    outputGradients.SubView((long)firstGradient * shape.Outputs, (long)rows * shape.Outputs),
                    weightGradients,
                    weightGradients),
                new(shape.Inputs, shape.Outputs, rows, shape.Inputs, shape.Outputs, shape.Outputs),
                new(ProductOptions.LeftIsTransposed | (adds || first > 0 ? ProductOptions.Accumulates : ProductOptions.None), precision));
            first += rows;
        }
        while (first < shape.Rows);
    }

    private static void Kernel(
        ArrayView<float> inputs,
        ArrayView<float> outputGradients,
        ArrayView<float> weightGradients,
        WeightGradientShape shape,
        int tiles,
        SpecializedValue<int> outputs)
    {
        var column = Grid.IdxY * Group.DimX + Group.IdxX;
        if (!ColumnGroups.Has(column, outputs)) return;

        // Blocks outside and tiles inside: what a tile has read of a block of dY is still near for the next.
        var end = TileGroups.End(Grid.IdxX, shape.Inputs, tiles);
        for (var first = 0; first == 0 || first < shape.Rows; first += Block)
            for (var tile = Grid.IdxX * tiles; tile < end; tile++) AddBlock(inputs, outputGradients, weightGradients, shape, outputs, first, tile, column);
    }

    private static void AddBlock(
        ArrayView<float> inputs,
        ArrayView<float> outputGradients,
        ArrayView<float> weightGradients,
        WeightGradientShape shape,
        int outputs,
        int first,
        int tile,
        int column)
    {
        // Here the four rows of W are columns of X: their elements stand a row of X apart.
        var rows = FourRows.Of(tile, shape.Inputs);
        var count = XMath.Min(Block, shape.Rows - first);
        var gradients = (first + shape.Shift) * outputs + column;
        var sums = FourSums.Of(inputs, rows.Plus(first * shape.Inputs), shape.Inputs, outputGradients, gradients, outputs, count);
        var places = rows.Times(outputs).Plus(column);
        if (first > 0) sums = FourSums.Load(weightGradients, places).Plus(sums);
        sums.Store(weightGradients, places);
    }
}

/// <summary>The sizes of a <see cref="WeightGradient"/>.</summary>
/// <param name="Rows">R, the rows that are summed; may be 0.</param>
/// <param name="Inputs">K, the columns of X; at least 1.</param>
/// <param name="Outputs">N, the columns of dY; at least 1.</param>
/// <param name="Shift">How many rows further down dY stands.</param>
public readonly record struct WeightGradientShape(int Rows, int Inputs, int Outputs, int Shift);
