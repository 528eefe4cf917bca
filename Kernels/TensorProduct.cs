// A matrix product in tiles by tensor cores, with factors in TF32 or bfloat16 and sums in single precision: MatrixProduct's formula.
//
// A group copies what its tile needs of A and B into shared memory, rounded, and each warp multiplies its part of the tile there. Where
// there are no tensor cores the same kernel makes the same sums with plain multiply-adds.
//
// Launch  groups by column tile, row tile and part, of 32 × warps work-items; the tile is TensorTile's.
// Cost    2·M·N·K floating-point operations; A is read once for 128 columns, B once for 64 or 128 rows.
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>C = A·B by tiles on tensor cores.</summary>
internal sealed class TensorProduct
{
    private readonly Action<
        KernelConfig, MatrixProductBuffers, MatrixProductShape, int, SpecializedValue<ProductForm>, SpecializedValue<TensorTile>> launch;

    public TensorProduct(Accelerator accelerator) => launch = accelerator.LoadStreamKernel<
        MatrixProductBuffers, MatrixProductShape, int, SpecializedValue<ProductForm>, SpecializedValue<TensorTile>>(Kernel);

    /// <summary>Queues one product, or its parts, on the default stream.</summary>
    /// <param name="groups">Column tiles, row tiles and parts.</param>
    /// <param name="buffers">What it reads and writes; several parts lie one after the other.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="depthOfPart">The k of a part.</param>
    /// <param name="form">What it does besides multiplying; not in single precision.</param>
    /// <param name="tile">The tile.</param>
    public void Run(
        Index3D groups, MatrixProductBuffers buffers, MatrixProductShape shape, int depthOfPart, ProductForm form, TensorTile tile) => launch(
        (groups, new Index3D(32, tile.Warps, 1)), buffers, shape, depthOfPart, SpecializedValue.New(form), SpecializedValue.New(tile));

    private static void Kernel(
        MatrixProductBuffers buffers,
        MatrixProductShape shape,
        int depthOfPart,
        SpecializedValue<ProductForm> specializedForm,
        SpecializedValue<TensorTile> specializedTile)
    {
        var form = specializedForm.Value;
        var tile = specializedTile.Value;
        var whole = new TensorFactors(tile, form, true);
        var left = SharedMemory.Allocate<uint>(whole.LeftLength);
        var right = SharedMemory.Allocate<uint>(whole.RightLength);
        var sums = LocalMemory.Allocate<float>(WarpTile.Sums);
        for (var i = 0; i < WarpTile.Sums; i++) sums[i] = 0f;

        var row = Grid.IdxY * tile.Rows;
        var column = Grid.IdxX * tile.Columns;
        var depth = TensorTile.Words * whole.Factors;
        var end = XMath.Min((Grid.IdxZ + 1) * depthOfPart, shape.Depth);
        for (var first = Grid.IdxZ * depthOfPart; first < end; first += depth)
        {
            if (row + tile.Rows <= shape.Rows && column + tile.Columns <= shape.Columns && first + depth <= end)
            {
                whole.CopyLeft(buffers.Left, shape, row, first, end, left);
                whole.CopyRight(buffers.Right, shape, column, first, end, right);
            }
            else
            {
                var cut = new TensorFactors(tile, form, false);
                cut.CopyLeft(buffers.Left, shape, row, first, end, left);
                cut.CopyRight(buffers.Right, shape, column, first, end, right);
            }

            Group.Barrier();

            // A warp goes one way as a whole.
            if (row + tile.RowOf(Group.IdxY) < shape.Rows && column + tile.ColumnOf(Group.IdxY) < shape.Columns)
                Multiply(whole, left, right, sums);
            Group.Barrier();
        }

        Store(buffers, shape, form, row + tile.RowOf(Group.IdxY), column + tile.ColumnOf(Group.IdxY), sums);
    }

    /// <summary>Adds the products of one copy to a warp's sums.</summary>
    private static void Multiply(TensorFactors copy, ArrayView<uint> left, ArrayView<uint> right, ArrayView<float> sums)
    {
        var (row, column) = (copy.Tile.RowOf(Group.IdxY), copy.Tile.ColumnOf(Group.IdxY));
        for (var word = 0; word < TensorTile.Words; word += WarpTile.Words)
        {
            var a = left.SubView(row * copy.LeftRow + word * copy.LeftWord);
            var b = right.SubView(word * copy.RightWord + column);
            if (copy.Form.Precision == Precision.Tf32)
                WarpTile.MultiplyTf32(a, copy.LeftRow, copy.LeftWord, b, copy.RightWord, sums, Group.IdxX);
            else
                WarpTile.MultiplyBf16(a, copy.LeftRow, copy.LeftWord, b, copy.RightWord, sums, Group.IdxX);
        }
    }

    private static void Store(
        MatrixProductBuffers buffers, MatrixProductShape shape, ProductForm form, int firstRow, int firstColumn, ArrayView<float> sums)
    {
        for (var part = 0; part < WarpTile.Parts; part++)
        {
            var row = firstRow + WarpTile.Row(part, Group.IdxX);
            var column = firstColumn + WarpTile.Column(part, Group.IdxX);
            ProductSums.Store(buffers, shape, form, row, column, sums[part * 4]);
            ProductSums.Store(buffers, shape, form, row, column + 1, sums[part * 4 + 1]);
            ProductSums.Store(buffers, shape, form, row + 8, column, sums[part * 4 + 2]);
            ProductSums.Store(buffers, shape, form, row + 8, column + 1, sums[part * 4 + 3]);
        }
    }
}
