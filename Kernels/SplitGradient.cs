// The gradients of a layer Y = X·W + b by its weights, and by its bias as one row more, for small layers on GPUs: rows are shared out.
//
//   P[p,k,n] = Σᵣ X[r − shift,k]·dY[r,n] over the rows r of part p      P[p,K,n] = Σᵣ dY[r,n]
//
// X before its first row is zero. PartSums adds the parts in their order.
//
// Launch  groups by 64 columns n, 64 columns k and part. A group copies 16 rows of both at a time into shared memory; a work-item has 8 × 4
//         sums in registers, and where k begins those of its columns of dY too.
// Cost    2·R·K·N floating-point operations; both are read once for 64 columns of the other.
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>dW = Xᵀ·dY and db = column sums of dY, in parts.</summary>
internal sealed class SplitGradient
{
    private const int Tile = 64;
    private const int Depth = 16;
    private const int Width = 16;
    private const int Height = 8;
    private const int RowsOfItem = Tile / Height;
    private const int ColumnsOfItem = Tile / Width;

    // Two groups for each multiprocessor of a large GPU, and no part that is not worth its second reading.
    private const int Groups = 264;
    private const int LeastRowsOfPart = 64;

    private readonly Accelerator accelerator;
    private readonly PartSums parts;
    private readonly Action<
        KernelConfig, ArrayView<float>, ArrayView<float>, ArrayView<float>, WeightGradientShape, int, SpecializedValue<int>> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public SplitGradient(Accelerator accelerator)
    {
        this.accelerator = accelerator;
        parts = new PartSums(accelerator);
        launch = accelerator.LoadStreamKernel<
            ArrayView<float>, ArrayView<float>, ArrayView<float>, WeightGradientShape, int, SpecializedValue<int>>(Kernel);
    }

    /// <summary>Whether it is the way for a layer: not on a processor, and where parts fit.</summary>
    /// <param name="shape">The sizes.</param>
    /// <returns>Whether it is.</returns>
    public bool Suits(WeightGradientShape shape) =>
        accelerator.AcceleratorType != AcceleratorType.CPU
        && GroupSize.Most(accelerator) >= Width * Height
        && (shape.Inputs + 1L) * shape.Outputs <= PartSums.Length;

    /// <summary>Queues the gradients on the default stream.</summary>
    /// <param name="inputs">X [at least rows, inputs], read.</param>
    /// <param name="outputGradients">dY [at least rows + shift, outputs], read.</param>
    /// <param name="gradients">dW [inputs, outputs] and behind it, with a bias, db [outputs]; written.</param>
    /// <param name="shape">The sizes. The bias's sum is over all rows + shift rows of dY.</param>
    /// <param name="hasBias">Whether the bias's gradient is wanted.</param>
    /// <param name="adds">Whether the sums are added to what stands in the gradients.</param>
    public void Run(
        ArrayView<float> inputs,
        ArrayView<float> outputGradients,
        ArrayView<float> gradients,
        WeightGradientShape shape,
        bool hasBias,
        bool adds)
    {
        var (outputs, rows) = (shape.Inputs + (hasBias ? 1 : 0), Math.Max(1, shape.Rows + shape.Shift));
        var tiles = new Index2D((shape.Outputs - 1) / Tile + 1, (shape.Inputs - 1) / Tile + 1);
        var most = Math.Min(PartSums.Length / (outputs * shape.Outputs), Math.Max(1, Groups / tiles.Size));
        var count = Math.Clamp((rows - 1) / LeastRowsOfPart + 1, 1, most);
        var rowsOfPart = (rows - 1) / count + 1;
        count = (rows - 1) / rowsOfPart + 1;
        var config = (new Index3D(tiles.X, tiles.Y, count), new Index3D(Width, Height, 1));
        if (count == 1 && !adds)
        {
            launch(config, inputs, outputGradients, gradients, shape, rowsOfPart, SpecializedValue.New(hasBias ? 1 : 0));
            return;
        }

        var memory = parts.Buffer;
        lock (memory)
        {
            launch(config, inputs, outputGradients, memory.View, shape, rowsOfPart, SpecializedValue.New(hasBias ? 1 : 0));
            parts.Run(
                new(inputs, outputGradients, outputGradients, gradients),
                new(outputs, shape.Outputs, rows, 0, 0, shape.Outputs),
                new(adds ? ProductOptions.Accumulates : ProductOptions.None, Precision.Fp32),
                count);
        }
    }

    private static void Kernel(
        ArrayView<float> inputs,
        ArrayView<float> outputGradients,
        ArrayView<float> parts,
        WeightGradientShape shape,
        int rowsOfPart,
        SpecializedValue<int> biasRows)
    {
        var left = SharedMemory.Allocate<float>(Depth * Tile);
        var right = SharedMemory.Allocate<float>(Depth * Tile);
        var sums = LocalMemory.Allocate<float>(RowsOfItem * ColumnsOfItem);
        var columnSums = LocalMemory.Allocate<float>(ColumnsOfItem);
        for (var i = 0; i < RowsOfItem * ColumnsOfItem; i++) sums[i] = 0f;
        for (var i = 0; i < ColumnsOfItem; i++) columnSums[i] = 0f;

        var end = XMath.Min((Grid.IdxZ + 1) * rowsOfPart, shape.Rows + shape.Shift);
        for (var first = Grid.IdxZ * rowsOfPart; first < end; first += Depth)
        {
            Copy(inputs, first - shape.Shift, end - shape.Shift, shape.Inputs, Grid.IdxY * Tile, left);
            Copy(outputGradients, first, end, shape.Outputs, Grid.IdxX * Tile, right);
            Group.Barrier();
            for (var k = 0; k < Depth; k++) Multiply(left, right, k * Tile, sums, columnSums);
            Group.Barrier();
        }

        Store(parts, shape, biasRows, sums, columnSums);
    }

    /// <summary>Copies some rows of a block of columns, with zeros for what is outside.</summary>
    private static void Copy(ArrayView<float> matrix, int first, int end, int columns, int firstColumn, ArrayView<float> tile)
    {
        for (var start = 0; start < Depth * Tile; start += Width * Height)
        {
            var place = start + Group.IdxY * Width + Group.IdxX;
            var line = place / Tile;
            var (row, column) = (first + line, firstColumn + place - line * Tile);
            tile[place] = row >= 0 && row < end && column < columns ? matrix[row * columns + column] : 0f;
        }
    }

    private static void Multiply(
        ArrayView<float> left, ArrayView<float> right, int row, ArrayView<float> sums, ArrayView<float> columnSums)
    {
        for (var n = 0; n < ColumnsOfItem; n++)
        {
            var gradient = right[row + Group.IdxX * ColumnsOfItem + n];
            columnSums[n] += gradient;
            for (var k = 0; k < RowsOfItem; k++)
                sums[k * ColumnsOfItem + n] += left[row + Group.IdxY * RowsOfItem + k] * gradient;
        }
    }

    private static void Store(
        ArrayView<float> parts, WeightGradientShape shape, int biasRows, ArrayView<float> sums, ArrayView<float> columnSums)
    {
        var part = Grid.IdxZ * (shape.Inputs + biasRows);
        var column = Grid.IdxX * Tile + Group.IdxX * ColumnsOfItem;
        for (var k = 0; k < RowsOfItem; k++)
        {
            var row = Grid.IdxY * Tile + Group.IdxY * RowsOfItem + k;
            if (row >= shape.Inputs) continue;
            for (var n = 0; n < ColumnsOfItem; n++)
                if (column + n < shape.Outputs) parts[(part + row) * shape.Outputs + column + n] = sums[k * ColumnsOfItem + n];
        }

        if (biasRows == 0 || Grid.IdxY > 0 || Group.IdxY > 0) return;
        for (var n = 0; n < ColumnsOfItem; n++)
            if (column + n < shape.Outputs) parts[(part + shape.Inputs) * shape.Outputs + column + n] = columnSums[n];
    }
}
