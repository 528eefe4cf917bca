// A matrix product in tiles in single precision, which copies a tile's next factors while it multiplies the last ones: MatrixProduct's
// formula, for chips that copy into shared memory by themselves.
//
// The left factor lies in shared memory by k, its rows side by side, so that a work-item's eight rows are two reads of four numbers; its
// sixteen columns are four. Two stages take turns: what is copied into one is multiplied a step later, and one barrier a step is enough.
//
// Launch  groups by column tile, row tile and part, of 8 × 16 work-items; the tile is 128 × 128.
// Cost    2·M·N·K floating-point operations; A is read once for 128 columns, B once for 128 rows. For a k a work-item reads 24 numbers
//         in six reads and adds 128 products.
using GpuJazz.Launching;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>C = A·B by tiles that are copied ahead.</summary>
internal sealed class StagedProduct
{
    private readonly Action<
        KernelConfig, MatrixProductBuffers, MatrixProductShape, int, SpecializedValue<ProductForm>, SpecializedValue<MatrixTile>> launch;

    public StagedProduct(Accelerator accelerator) => launch = accelerator.LoadStreamKernel<
        MatrixProductBuffers, MatrixProductShape, int, SpecializedValue<ProductForm>, SpecializedValue<MatrixTile>>(Kernel);

    /// <summary>Queues one product, or its parts, on the default stream.</summary>
    /// <param name="groups">Column tiles, row tiles and parts.</param>
    /// <param name="buffers">What it reads and writes; several parts lie one after the other.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="depthOfPart">The k of a part.</param>
    /// <param name="form">What it does besides multiplying; in single precision.</param>
    public void Run(Index3D groups, MatrixProductBuffers buffers, MatrixProductShape shape, int depthOfPart, ProductForm form) => launch(
        (groups, new Index3D(MatrixTile.Staged.Width, MatrixTile.Staged.Height, 1)),
        buffers,
        shape,
        depthOfPart,
        SpecializedValue.New(form),
        SpecializedValue.New(MatrixTile.Staged));

    [LaunchBounds(128, 2)]
    private static void Kernel(
        MatrixProductBuffers buffers,
        MatrixProductShape shape,
        int depthOfPart,
        SpecializedValue<ProductForm> specializedForm,
        SpecializedValue<MatrixTile> specializedTile)
    {
        var form = specializedForm.Value;
        var tile = specializedTile.Value;
        var leftLength = tile.Depth * tile.LeftStride;
        var rightLength = tile.Depth * tile.Columns;
        var left = SharedMemory.Allocate<float>(2 * leftLength);
        var right = SharedMemory.Allocate<float>(2 * rightLength);
        var sums = LocalMemory.Allocate<float>(tile.RowsOfItem * tile.ColumnsOfItem);
        var factors = LocalMemory.Allocate<float>(tile.ColumnsOfItem);
        for (var i = 0; i < tile.RowsOfItem * tile.ColumnsOfItem; i++) sums[i] = 0f;

        var row = Grid.IdxY * tile.Rows;
        var column = Grid.IdxX * tile.Columns;
        var begin = Grid.IdxZ * depthOfPart;
        var end = XMath.Min(begin + depthOfPart, shape.Depth);

        // The first round only copies, the last only multiplies.
        var stage = 0;
        for (var first = begin - tile.Depth; first < end; first += tile.Depth)
        {
            AsyncCopy.WaitForAll();
            Group.Barrier();
            var next = first + tile.Depth;
            if (next < end)
            {
                CopyLeft(buffers.Left, shape, form, tile, row, next, end, left.SubView((1 - stage) * leftLength, leftLength));
                Panel(form, tile).Copy(
                    buffers.Right, shape.RightStride, new(next, column, end, shape.Columns), right.SubView((1 - stage) * rightLength, rightLength), Item(tile));
            }

            AsyncCopy.Close();
            if (first >= begin && row + Group.IdxY * tile.RowsOfItem < shape.Rows)
            {
                var rows = left.SubView(stage * leftLength + Group.IdxY * tile.RowsOfItem);
                Multiply(tile, rows, right.SubView(stage * rightLength), sums, factors);
            }

            stage = 1 - stage;
        }

        Store(buffers, shape, form, tile, sums);
    }

    private static int Item(MatrixTile tile) => Group.IdxY * tile.Width + Group.IdxX;

    private static Panel Panel(ProductForm form, MatrixTile tile) =>
        new(tile.Depth, tile.Columns, tile.Columns, tile.Width * tile.Height, form.Has(ProductOptions.IsAligned));

    private static void CopyLeft(
        ArrayView<float> matrix, MatrixProductShape shape, ProductForm form, MatrixTile tile, int row, int k, int end, ArrayView<float> left)
    {
        var panel = Panel(form, tile) with { Columns = tile.Rows, Stride = tile.LeftStride };
        if (form.Has(ProductOptions.LeftIsTransposed)) panel.Copy(matrix, shape.LeftStride, new(k, row, end, shape.Rows), left, Item(tile));
        else panel.CopyAcross(matrix, shape.LeftStride, new(row, k, shape.Rows, end), left, Item(tile));
    }

    /// <summary>Adds the products of one stage to a work-item's sums, eight k at a time: what one reads is under way while another is added.</summary>
    private static void Multiply(
        MatrixTile tile, ArrayView<float> left, ArrayView<float> right, ArrayView<float> sums, ArrayView<float> factors)
    {
        for (var k = 0; k < tile.Depth; k += 8)
        {
            AddFour(tile, left.SubView(k * tile.LeftStride), right.SubView(k * tile.Columns), sums, factors);
            AddFour(tile, left.SubView((k + 4) * tile.LeftStride), right.SubView((k + 4) * tile.Columns), sums, factors);
        }
    }

    private static void AddFour(
        MatrixTile tile, ArrayView<float> left, ArrayView<float> right, ArrayView<float> sums, ArrayView<float> factors)
    {
        Add(tile, left, right, sums, factors);
        Add(tile, left.SubView(tile.LeftStride), right.SubView(tile.Columns), sums, factors);
        Add(tile, left.SubView(2 * tile.LeftStride), right.SubView(2 * tile.Columns), sums, factors);
        Add(tile, left.SubView(3 * tile.LeftStride), right.SubView(3 * tile.Columns), sums, factors);
    }

    private static void Add(
        MatrixTile tile, ArrayView<float> left, ArrayView<float> right, ArrayView<float> sums, ArrayView<float> factors)
    {
        for (var n = 0; n < tile.ColumnsOfItem; n++) factors[n] = right[tile.Column(Group.IdxX, n)];
        for (var r = 0; r < tile.RowsOfItem; r++)
        {
            var factor = left[r];
            for (var n = 0; n < tile.ColumnsOfItem; n++) sums[r * tile.ColumnsOfItem + n] += factor * factors[n];
        }
    }

    private static void Store(
        MatrixProductBuffers buffers, MatrixProductShape shape, ProductForm form, MatrixTile tile, ArrayView<float> sums)
    {
        for (var r = 0; r < tile.RowsOfItem; r++)
        {
            var row = Grid.IdxY * tile.Rows + Group.IdxY * tile.RowsOfItem + r;
            for (var n = 0; n < tile.ColumnsOfItem; n += 4)
            {
                var column = Grid.IdxX * tile.Columns + tile.Column(Group.IdxX, n);
                var sum = r * tile.ColumnsOfItem + n;
                ProductSums.StoreFour(buffers, shape, form, row, column, sums[sum], sums[sum + 1], sums[sum + 2], sums[sum + 3]);
            }
        }
    }
}
