// A matrix product in tiles by tensor cores, with factors in TF32 or bfloat16 and sums in single precision: MatrixProduct's formula.
//
// A group copies what its tile needs of A and B into shared memory, two copies ahead of the one that it multiplies. Factors stay in single
// precision there, as chips copy them by themselves; a lane rounds what it reads. Where there are no tensor cores the same kernel makes the
// same sums with plain multiply-adds.
//
// Launch  groups by column tile, row tile and part, of 32 × 4 work-items; the tile is 128 × 128.
// Cost    2·M·N·K floating-point operations; A is read once for 128 columns, B once for 128 rows. For 16 k a warp reads 8 KB of shared memory
//         for 131 072 operations.
using GpuJazz.Launching;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>C = A·B by tiles on tensor cores.</summary>
internal sealed class TensorProduct
{
    private readonly Action<KernelConfig, MatrixProductBuffers, MatrixProductShape, int, SpecializedValue<ProductForm>> launch;

    public TensorProduct(Accelerator accelerator) =>
        launch = accelerator.LoadStreamKernel<MatrixProductBuffers, MatrixProductShape, int, SpecializedValue<ProductForm>>(Kernel);

    /// <summary>Queues one product, or its parts, on the default stream.</summary>
    /// <param name="groups">Column tiles, row tiles and parts.</param>
    /// <param name="buffers">What it reads and writes; several parts lie one after the other.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="depthOfPart">The k of a part.</param>
    /// <param name="form">What it does besides multiplying; not in single precision.</param>
    public void Run(Index3D groups, MatrixProductBuffers buffers, MatrixProductShape shape, int depthOfPart, ProductForm form) => launch(
        (groups, new Index3D(TensorTile.Width, TensorTile.Warps, 1)), buffers, shape, depthOfPart, SpecializedValue.New(form));

    [LaunchBounds(TensorTile.Items, 2)]
    private static void Kernel(
        MatrixProductBuffers buffers, MatrixProductShape shape, int depthOfPart, SpecializedValue<ProductForm> specializedForm)
    {
        var form = specializedForm.Value;
        var left = SharedMemory.Allocate<float>(TensorTile.Stages * TensorPanel.Length);
        var right = SharedMemory.Allocate<float>(TensorTile.Stages * TensorPanel.Length);
        var sums = LocalMemory.Allocate<float>(WarpTile.Sums);
        for (var i = 0; i < WarpTile.Sums / 2; i++)
        {
            sums[i] = 0f;
            sums[WarpTile.Sums / 2 + i] = 0f;
        }

        var (row, column) = (Grid.IdxY * TensorTile.Rows, Grid.IdxX * TensorTile.Columns);
        var begin = Grid.IdxZ * depthOfPart;
        var end = XMath.Min(begin + depthOfPart, shape.Depth);

        // A warp goes one way as a whole.
        var isInside = row + TensorTile.RowOf(Group.IdxY) < shape.Rows && column + TensorTile.ColumnOf(Group.IdxY) < shape.Columns;

        // The first two rounds only copy, the last two only multiply.
        int copied = 0, multiplied = -2;
        for (var first = begin - 2 * WarpTile.Depth; first < end; first += WarpTile.Depth)
        {
            AsyncCopy.WaitForAllButOne();
            Group.Barrier();
            var next = first + 2 * WarpTile.Depth;
            if (next < end) Copy(buffers, shape, form, row, column, next, end, left, right, copied);
            AsyncCopy.Close();
            if (first >= begin && isInside) Multiply(form, left, right, multiplied, sums);
            copied = copied == TensorTile.Stages - 1 ? 0 : copied + 1;
            multiplied = multiplied == TensorTile.Stages - 1 ? 0 : multiplied + 1;
        }

        if (isInside) Store(buffers, shape, form, row + TensorTile.RowOf(Group.IdxY), column + TensorTile.ColumnOf(Group.IdxY), sums);
    }

    private static void Copy(
        MatrixProductBuffers buffers,
        MatrixProductShape shape,
        ProductForm form,
        int row,
        int column,
        int k,
        int end,
        ArrayView<float> left,
        ArrayView<float> right,
        int stage)
    {
        var item = Group.IdxY * TensorTile.Width + Group.IdxX;
        var isTransposed = form.Has(ProductOptions.LeftIsTransposed);
        TensorPanel.Of(isTransposed, form.Has(ProductOptions.IsAligned)).Copy(
            buffers.Left,
            shape.LeftStride,
            isTransposed ? new(k, row, end, shape.Rows) : new(row, k, shape.Rows, end),
            left.SubView(stage * TensorPanel.Length, TensorPanel.Length),
            item);
        TensorPanel.Of(true, form.Has(ProductOptions.IsAligned)).Copy(
            buffers.Right,
            shape.RightStride,
            new(k, column, end, shape.Columns),
            right.SubView(stage * TensorPanel.Length, TensorPanel.Length),
            item);
    }

    /// <summary>Adds the products of one stage to a warp's sums.</summary>
    private static void Multiply(ProductForm form, ArrayView<float> left, ArrayView<float> right, int stage, ArrayView<float> sums)
    {
        var a = left.SubView(stage * TensorPanel.Length, TensorPanel.Length);
        var b = right.SubView(stage * TensorPanel.Length, TensorPanel.Length);
        var (row, column) = (TensorTile.RowOf(Group.IdxY), TensorTile.ColumnOf(Group.IdxY));
        var isTransposed = form.Has(ProductOptions.LeftIsTransposed);
        if (form.Precision == Precision.Tf32)
        {
            if (isTransposed) WarpTile.MultiplyTransposedTf32(a, row, b, column, sums, Group.IdxX);
            else WarpTile.MultiplyTf32(a, row, b, column, sums, Group.IdxX);
        }
        else
        {
            if (isTransposed) WarpTile.MultiplyTransposedBf16(a, row, b, column, sums, Group.IdxX);
            else WarpTile.MultiplyBf16(a, row, b, column, sums, Group.IdxX);
        }
    }

    /// <summary>Writes a warp's sums, of a quarter of its rows at a time: so few parts are written out, and sums stay in registers.</summary>
    private static void Store(
        MatrixProductBuffers buffers, MatrixProductShape shape, ProductForm form, int row, int column, ArrayView<float> sums)
    {
        const int Quarter = WarpTile.Sums / 4;
        StoreQuarter(buffers, shape, form, row, column, sums, 0);
        StoreQuarter(buffers, shape, form, row + 16, column, sums, Quarter);
        StoreQuarter(buffers, shape, form, row + 32, column, sums, 2 * Quarter);
        StoreQuarter(buffers, shape, form, row + 48, column, sums, 3 * Quarter);
    }

    private static void StoreQuarter(
        MatrixProductBuffers buffers, MatrixProductShape shape, ProductForm form, int firstRow, int firstColumn, ArrayView<float> sums, int start)
    {
        for (var part = 0; part < WarpTile.Parts / 4; part++)
        {
            var row = firstRow + WarpTile.Row(part, Group.IdxX);
            var column = firstColumn + WarpTile.Column(part, Group.IdxX);
            ProductSums.StoreTwo(buffers, shape, form, row, column, sums[start + part * 4], sums[start + part * 4 + 1]);
            ProductSums.StoreTwo(buffers, shape, form, row + 8, column, sums[start + part * 4 + 2], sums[start + part * 4 + 3]);
        }
    }
}
