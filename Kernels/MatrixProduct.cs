// A matrix product in tiles, for factors that no group could read as a whole.
//
//   C[r,n] = Σₖ A[r,k]·B[k,n]  (+ b[n])  (+ C[r,n])
//
// A group copies what its tile needs of A and B into shared memory, a few k at a time, and each work-item adds products in registers.
// Where there are fewer tiles than a GPU has room for, the k are shared out too: each part is a product of its own, and PartSums adds
// them in their order. A sum is taken in the same order on each run of one accelerator.
//
// Where a GPU has tensor cores it copies by itself too: there StagedProduct makes the tiles in single precision, and TensorProduct those of
// factors in TF32 or bfloat16.
//
// Launch  groups by column tile, row tile and part; the tile is MatrixTile's.
// Cost    2·M·N·K floating-point operations; A is read once for a tile's columns, B once for its rows.
using GpuJazz.Launching;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>C = A·B by tiles.</summary>
public sealed class MatrixProduct
{
    // A part of fewer k would not pay for its second reading.
    private const int LeastDepthOfPart = 256;

    // The depths of all tiles are multiples of it.
    private const int DepthOfCopy = 16;

    private readonly Accelerator accelerator;
    private readonly PartSums parts;
    private readonly StagedProduct stages;
    private readonly TensorProduct tensors;
    private readonly bool usesTensors;
    private readonly Action<
        KernelConfig, MatrixProductBuffers, MatrixProductShape, int, SpecializedValue<ProductForm>, SpecializedValue<MatrixTile>> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    /// <param name="usesTensors">Whether tiles are made as suits GPUs with tensor cores; null where there are any.</param>
    public MatrixProduct(Accelerator accelerator, bool? usesTensors = null)
    {
        this.accelerator = accelerator;
        this.usesTensors = usesTensors ?? accelerator.HasTensorCores();
        parts = new PartSums(accelerator);
        stages = new StagedProduct(accelerator);
        tensors = new TensorProduct(accelerator);
        launch = accelerator.LoadStreamKernel<
            MatrixProductBuffers, MatrixProductShape, int, SpecializedValue<ProductForm>, SpecializedValue<MatrixTile>>(Kernel);
    }

    /// <summary>Queues one product on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="form">What it does besides multiplying.</param>
    public void Run(MatrixProductBuffers buffers, MatrixProductShape shape, ProductForm form)
    {
        var (rows, columns) = Tile(shape, form);
        var tiles = new Index3D(((shape.Columns - 1) / columns) + 1, ((shape.Rows - 1) / rows) + 1, 1);
        var count = Math.Min(parts.Room(shape.Rows, shape.Columns, tiles.Size), Math.Max(1, shape.Depth / LeastDepthOfPart));
        if (count == 1)
        {
            Launch(tiles, buffers, shape, Math.Max(1, shape.Depth), form);
            return;
        }

        // Whole copies: a part that began between two would not be aligned either.
        var depth = (((shape.Depth - 1) / (count * DepthOfCopy)) + 1) * DepthOfCopy;
        count = ((shape.Depth - 1) / depth) + 1;
        var memory = parts.Buffer;
        lock (memory)
        {
            Launch(
                new(tiles.X, tiles.Y, count),
                buffers with { Product = memory.View },
                shape with { ProductStride = shape.Columns },
                depth,
                form with { Options = form.Options & ProductOptions.LeftIsTransposed });
            parts.Run(buffers, shape, form, count);
        }
    }

    private (int Rows, int Columns) Tile(MatrixProductShape shape, ProductForm form)
    {
        if (!usesTensors) return (MatrixTile.Of(accelerator, shape.Rows).Rows, MatrixTile.Of(accelerator, shape.Rows).Columns);
        if (form.Precision == Precision.Fp32) return (MatrixTile.Staged.Rows, MatrixTile.Staged.Columns);
        return (TensorTile.Rows, TensorTile.Columns);
    }

    private void Launch(Index3D groups, MatrixProductBuffers buffers, MatrixProductShape shape, int depthOfPart, ProductForm form)
    {
        if (usesTensors)
        {
            var others = form.Options & ~ProductOptions.IsAligned;
            form = form with { Options = IsAligned(buffers, shape) ? others | ProductOptions.IsAligned : others };
            if (form.Precision == Precision.Fp32) stages.Run(groups, buffers, shape, depthOfPart, form);
            else tensors.Run(groups, buffers, shape, depthOfPart, form);
            return;
        }

        var tile = MatrixTile.Of(accelerator, shape.Rows);
        launch(
            (groups, new Index3D(tile.Width, tile.Height, 1)),
            buffers,
            shape,
            depthOfPart,
            SpecializedValue.New(form),
            SpecializedValue.New(tile));
    }

    // Buffers themselves begin at multiples of 256 bytes.
    private static bool IsAligned(MatrixProductBuffers buffers, MatrixProductShape shape) =>
        (shape.LeftStride | shape.RightStride | shape.ProductStride) % 4 == 0
        && Place(buffers.Left) % 16 == 0 && Place(buffers.Right) % 16 == 0 && Place(buffers.Product) % 16 == 0;

    private static long Place(IContiguousArrayView view) => view.IndexInBytes;

    private static void Kernel(
        MatrixProductBuffers buffers,
        MatrixProductShape shape,
        int depthOfPart,
        SpecializedValue<ProductForm> specializedForm,
        SpecializedValue<MatrixTile> specializedTile)
    {
        var form = specializedForm.Value;
        var tile = specializedTile.Value;
        var whole = new MatrixFactors(tile, form, true);
        var left = SharedMemory.Allocate<float>(whole.LeftLength);
        var right = SharedMemory.Allocate<float>(whole.RightLength);
        var sums = LocalMemory.Allocate<float>(tile.RowsOfItem * tile.ColumnsOfItem);
        var factors = LocalMemory.Allocate<float>(tile.ColumnsOfItem);
        for (var i = 0; i < tile.RowsOfItem * tile.ColumnsOfItem; i++) sums[i] = 0f;

        var row = Grid.IdxY * tile.Rows;
        var column = Grid.IdxX * tile.Columns;
        var end = XMath.Min((Grid.IdxZ + 1) * depthOfPart, shape.Depth);
        for (var first = Grid.IdxZ * depthOfPart; first < end; first += tile.Depth)
        {
            if (row + tile.Rows <= shape.Rows && column + tile.Columns <= shape.Columns && first + tile.Depth <= end)
            {
                whole.CopyLeft(buffers.Left, shape, row, first, end, left);
                whole.CopyRight(buffers.Right, shape, column, first, end, right);
            }
            else
            {
                var cut = new MatrixFactors(tile, form, false);
                cut.CopyLeft(buffers.Left, shape, row, first, end, left);
                cut.CopyRight(buffers.Right, shape, column, first, end, right);
            }

            Group.Barrier();
            if (row + Group.IdxY * tile.RowsOfItem < shape.Rows) Multiply(whole, left, right, sums, factors);
            Group.Barrier();
        }

        Store(buffers, shape, form, tile, sums);
    }

    /// <summary>Adds the products of one copy to a work-item's sums.</summary>
    private static void Multiply(
        MatrixFactors copy, ArrayView<float> left, ArrayView<float> right, ArrayView<float> sums, ArrayView<float> factors)
    {
        var tile = copy.Tile;
        var rows = left.SubView(copy.LeftPlace(Group.IdxY * tile.RowsOfItem, 0));
        for (var k = 0; k < tile.Depth; k++)
        {
            for (var n = 0; n < tile.ColumnsOfItem; n++) factors[n] = right[k * tile.Columns + tile.Column(Group.IdxX, n)];
            for (var r = 0; r < tile.RowsOfItem; r++)
            {
                var factor = rows[copy.LeftPlace(r, k)];
                for (var n = 0; n < tile.ColumnsOfItem; n++) sums[r * tile.ColumnsOfItem + n] += factor * factors[n];
            }
        }
    }

    private static void Store(
        MatrixProductBuffers buffers, MatrixProductShape shape, ProductForm form, MatrixTile tile, ArrayView<float> sums)
    {
        for (var r = 0; r < tile.RowsOfItem; r++)
        {
            var row = Grid.IdxY * tile.Rows + Group.IdxY * tile.RowsOfItem + r;
            for (var n = 0; n < tile.ColumnsOfItem; n++)
            {
                var column = Grid.IdxX * tile.Columns + tile.Column(Group.IdxX, n);
                ProductSums.Store(buffers, shape, form, row, column, sums[r * tile.ColumnsOfItem + n]);
            }
        }
    }
}
