using ILGPU;
using ILGPU.Algorithms;

namespace GpuJazz.Kernels;

/// <summary>How a group copies a factor's part of a tile into shared memory for tensor cores, while it does something else. For kernels.</summary>
/// <remarks>
/// Shared memory is full without padding; instead rows have their runs of four or eight exchanged, so that lanes that read what
/// <see cref="WarpTile"/> multiplies find it in banks of their own.
/// </remarks>
/// <param name="IsByK">Whether a row of the matrix is a k, of 16 rows with 128 columns; else a column is, of 128 rows with 16.</param>
/// <param name="IsAligned">Whether the matrix and each row of it begin at multiples of 16 bytes.</param>
public readonly record struct TensorPanel(bool IsByK, bool IsAligned)
{
    /// <summary>The floats that it takes.</summary>
    public const int Length = WarpTile.Depth * TensorTile.Columns;

    private const int Items = TensorTile.Width * TensorTile.Warps;
    private const int Run = 4;

    private int Columns => IsByK ? TensorTile.Columns : WarpTile.Depth;

    /// <summary>Begins to copy a part; what lies outside the matrix counts as 0.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="stride">From one row of it to the next.</param>
    /// <param name="part">Which part.</param>
    /// <param name="to">[<see cref="Length"/>] of shared memory, written until the copies have been waited for.</param>
    /// <param name="item">The work-item, from 0 to 127.</param>
    public void Copy(ArrayView<float> matrix, int stride, MatrixPart part, ArrayView<float> to, int item)
    {
        if (!IsAligned)
        {
            CopyByOnes(matrix, stride, part, to, item);
            return;
        }

        // A work-item has one column of runs; what the rows that it has exchange is the same for all of them.
        var rowsOfTurn = Items * Run / Columns;
        var row = item / (Columns / Run);
        var column = (item - row * (Columns / Run)) * Run;
        var place = PlaceOf(IsByK, row, column);
        var source = (part.Row + row) * stride + part.Column + column;
        if (part.Row + Length / Columns <= part.EndRow && part.Column + Columns <= part.EndColumn)
        {
            for (var turn = 0; turn < Length / Columns; turn += rowsOfTurn)
                AsyncCopy.Four(to.SubView(turn * Columns), place, matrix.SubView(turn * stride), source);
        }
        else
        {
            var inside = XMath.Clamp(part.EndColumn - part.Column - column, 0, Run);
            for (var turn = 0; turn < Length / Columns; turn += rowsOfTurn)
            {
                var count = part.Row + row + turn < part.EndRow ? inside : 0;
                AsyncCopy.PartOfFour(to, turn * Columns + place, matrix, turn * stride + source, count);
            }
        }
    }

    /// <summary>Where an element of a copy is.</summary>
    /// <param name="isByK">As <see cref="IsByK"/>.</param>
    /// <param name="row">Its row in the part.</param>
    /// <param name="column">Its column.</param>
    /// <returns>An index below <see cref="Length"/>.</returns>
    public static int PlaceOf(bool isByK, int row, int column) => isByK
        ? row * TensorTile.Columns + (column ^ (8 * (row & 3)))
        : row * WarpTile.Depth + (column ^ (4 * ((row >> 1) & 3)));

    private void CopyByOnes(ArrayView<float> matrix, int stride, MatrixPart part, ArrayView<float> to, int item)
    {
        for (var start = 0; start < Length; start += Items)
        {
            var row = (start + item) / Columns;
            var column = start + item - row * Columns;
            var count = part.Row + row < part.EndRow && part.Column + column < part.EndColumn ? 1 : 0;
            AsyncCopy.OneOrZero(to, PlaceOf(IsByK, row, column), matrix, (part.Row + row) * stride + part.Column + column, count);
        }
    }
}
