using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>What a group copies of a product's two factors into shared memory, rounded to the product's precision. For kernels.</summary>
/// <remarks>
/// Work-items that are neighbours read what lies side by side. The right factor lies there by k. The left lies by k too, so that the rows of a
/// work-item are side by side, unless it comes by rows and <see cref="MatrixTile.Run"/> is 1: lanes then could not store it so.
/// </remarks>
/// <param name="Tile">The tile.</param>
/// <param name="Form">The form of the product.</param>
/// <param name="IsWhole">Whether no part of the tile lies outside the factors; what does counts as 0.</param>
public readonly record struct MatrixFactors(MatrixTile Tile, ProductForm Form, bool IsWhole)
{
    private bool LiesByRows => Tile.Run == 1 && !Form.Has(ProductOptions.LeftIsTransposed);

    /// <summary>The floats that the left factor takes.</summary>
    public int LeftLength => Tile.Depth * Tile.LeftStride;

    /// <summary>The floats that the right factor takes.</summary>
    public int RightLength => Tile.Depth * Tile.Columns;

    /// <summary>Where an element of the left factor lies.</summary>
    /// <param name="row">Its row in the tile.</param>
    /// <param name="k">Its column.</param>
    /// <returns>An index below <see cref="LeftLength"/>.</returns>
    public int LeftPlace(int row, int k) => LiesByRows ? row * Tile.Depth + k : k * Tile.LeftStride + row;

    /// <summary>Copies the left factor.</summary>
    /// <param name="matrix">[M, K], or [K, M] where the form says so.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="firstRow">The tile's first row.</param>
    /// <param name="firstK">The first k.</param>
    /// <param name="lastK">The k that is not reached.</param>
    /// <param name="left">Shared memory, written.</param>
    public void CopyLeft(ArrayView<float> matrix, MatrixProductShape shape, int firstRow, int firstK, int lastK, ArrayView<float> left)
    {
        if (Form.Has(ProductOptions.LeftIsTransposed)) CopyTransposed(matrix, shape, firstRow, firstK, lastK, left);
        else CopyPlain(matrix, shape, firstRow, firstK, lastK, left);
    }

    /// <summary>Copies the right factor.</summary>
    /// <param name="matrix">[K, N].</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="firstColumn">The tile's first column.</param>
    /// <param name="firstK">The first k.</param>
    /// <param name="lastK">The k that is not reached.</param>
    /// <param name="right">Shared memory, written.</param>
    public void CopyRight(ArrayView<float> matrix, MatrixProductShape shape, int firstColumn, int firstK, int lastK, ArrayView<float> right)
    {
        for (var startK = 0; startK < Tile.Depth; startK += Tile.Height)
        {
            var k = startK + Group.IdxY;
            if (IsWithin(k, Tile.Depth, Tile.Height))
            {
                for (var start = 0; start < Tile.Columns; start += Tile.Width)
                {
                    var column = start + Group.IdxX;
                    var isInside = IsWhole || (firstK + k < lastK && firstColumn + column < shape.Columns);
                    right[k * Tile.Columns + column] = isInside
                        ? Rounding.Of(matrix[(firstK + k) * shape.RightStride + firstColumn + column], Form.Precision)
                        : 0f;
                }
            }
        }
    }

    private void CopyPlain(ArrayView<float> matrix, MatrixProductShape shape, int firstRow, int firstK, int lastK, ArrayView<float> left)
    {
        for (var start = 0; start < Tile.Rows; start += Tile.Height)
        {
            var row = start + Group.IdxY;
            for (var startK = 0; startK < Tile.Depth; startK += Tile.Width)
            {
                var k = startK + Group.IdxX;
                var isInside = IsWhole || (firstK + k < lastK && firstRow + row < shape.Rows);
                left[LeftPlace(row, k)] = isInside
                    ? Rounding.Of(matrix[(firstRow + row) * shape.LeftStride + firstK + k], Form.Precision)
                    : 0f;
            }
        }
    }

    private void CopyTransposed(ArrayView<float> matrix, MatrixProductShape shape, int firstRow, int firstK, int lastK, ArrayView<float> left)
    {
        for (var startK = 0; startK < Tile.Depth; startK += Tile.Height)
        {
            var k = startK + Group.IdxY;
            if (IsWithin(k, Tile.Depth, Tile.Height))
            {
                for (var start = 0; start < Tile.Rows; start += Tile.Width)
                {
                    var row = start + Group.IdxX;
                    if (IsWithin(row, Tile.Rows, Tile.Width))
                    {
                        var isInside = IsWhole || (firstK + k < lastK && firstRow + row < shape.Rows);
                        left[LeftPlace(row, k)] = isInside
                            ? Rounding.Of(matrix[(firstK + k) * shape.LeftStride + firstRow + row], Form.Precision)
                            : 0f;
                    }
                }
            }
        }
    }

    // Both numbers are constants: where one divides the other nothing is asked.
    private static bool IsWithin(int place, int count, int step) => count % step == 0 || place < count;
}
