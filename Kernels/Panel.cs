using ILGPU;
using ILGPU.Algorithms;

namespace GpuJazz.Kernels;

/// <summary>How a group copies a part of a matrix into shared memory while it does something else. For kernels.</summary>
/// <remarks>
/// Its work-items are a power of two; a round of all of them takes whole rows of it, and some rounds all. Each round must exchange runs as the first does.
/// </remarks>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its columns: a multiple of eight and a power of two.</param>
/// <param name="Stride">From one row in shared memory to the next: a multiple of four.</param>
/// <param name="Items">The work-items that copy it.</param>
/// <param name="IsAligned">Whether the matrix and each row of it begin at multiples of 16 bytes.</param>
/// <param name="Exchange">Which runs of its rows change places in shared memory.</param>
public readonly record struct Panel(int Rows, int Columns, int Stride, int Items, bool IsAligned, RunExchange Exchange = default)
{
    /// <summary>The floats that it takes.</summary>
    public int Length => Rows * Stride;

    /// <summary>Begins to copy a part; what lies outside the matrix counts as 0.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="stride">From one row of it to the next.</param>
    /// <param name="part">Which part.</param>
    /// <param name="to">Shared memory, written until the copies have been waited for.</param>
    /// <param name="item">The work-item, from 0 on.</param>
    public void Copy(ArrayView<float> matrix, int stride, MatrixPart part, ArrayView<float> to, int item)
    {
        if (!IsAligned)
        {
            CopyByOnes(matrix, stride, part, to, item);
            return;
        }

        var rowsOfRound = Items / (Columns / 4);
        var own = item / (Columns / 4);
        var column = (item - own * (Columns / 4)) * 4;
        var (place, source) = (PlaceOf(own, column), (part.Row + own) * stride + part.Column + column);
        if (part.Row + Rows <= part.EndRow && part.Column + Columns <= part.EndColumn)
        {
            // What is the work-item's own is added last, so that it is computed once.
            for (var start = 0; start < Rows; start += rowsOfRound)
                AsyncCopy.Four(to.SubView(start * Stride), place, matrix.SubView(start * stride), source);
        }
        else
        {
            var inside = XMath.Clamp(part.EndColumn - part.Column - column, 0, 4);
            for (var start = 0; start < Rows; start += rowsOfRound)
            {
                var count = part.Row + own + start < part.EndRow ? inside : 0;
                AsyncCopy.PartOfFour(to, start * Stride + place, matrix, start * stride + source, count);
            }
        }
    }

    /// <summary>Where an element of a copy is.</summary>
    /// <param name="row">Its row in the part.</param>
    /// <param name="column">Its column.</param>
    /// <returns>An index below <see cref="Length"/>.</returns>
    public int PlaceOf(int row, int column) => row * Stride + Exchange.PlaceOf(row, column);

    /// <summary>Begins to copy a part with rows and columns exchanged: a column of the matrix becomes a row. For panels whose runs keep their places.</summary>
    /// <remarks>Eight columns of four rows at once fill whole sectors where they come from, and banks of their own where the stride is 4 more than a multiple of 32.</remarks>
    /// <param name="matrix">The matrix.</param>
    /// <param name="stride">From one row of it to the next.</param>
    /// <param name="part">Which part.</param>
    /// <param name="to">Shared memory, written until the copies have been waited for.</param>
    /// <param name="item">The work-item, from 0 on.</param>
    public void CopyAcross(ArrayView<float> matrix, int stride, MatrixPart part, ArrayView<float> to, int item)
    {
        const int Side = 8;
        var isWhole = part.Row + Columns <= part.EndRow && part.Column + Rows <= part.EndColumn;
        if (isWhole)
        {
            var place = item % Side * Stride + item / Side;
            var source = (part.Row + item / Side) * stride + part.Column + item % Side;
            for (var row = 0; row < Columns; row += Items / Side)
                for (var column = 0; column < Rows; column += Side)
                    AsyncCopy.One(to.SubView(column * Stride + row), place, matrix.SubView(row * stride + column), source);
        }
        else
        {
            for (var startColumn = 0; startColumn < Rows; startColumn += Side)
                for (var startRow = 0; startRow < Columns; startRow += Items / Side)
                {
                    var (row, column) = (startRow + item / Side, startColumn + item % Side);
                    var count = part.Row + row < part.EndRow && part.Column + column < part.EndColumn ? 1 : 0;
                    AsyncCopy.OneOrZero(to, column * Stride + row, matrix, (part.Row + row) * stride + part.Column + column, count);
                }
        }
    }

    private void CopyByOnes(ArrayView<float> matrix, int stride, MatrixPart part, ArrayView<float> to, int item)
    {
        for (var start = 0; start < Rows * Columns; start += Items)
        {
            var row = (start + item) / Columns;
            var column = start + item - row * Columns;
            var count = part.Row + row < part.EndRow && part.Column + column < part.EndColumn ? 1 : 0;
            AsyncCopy.OneOrZero(to, PlaceOf(row, column), matrix, (part.Row + row) * stride + part.Column + column, count);
        }
    }
}

/// <summary>Which runs of a <see cref="Panel"/>'s rows change places, so that lanes that read a column find it in banks of their own. For kernels.</summary>
/// <param name="Length">How many numbers change places together: a power of two from 4 on, and their rows at least four times as long; 0 where none do.</param>
/// <param name="Shift">Two to which power rows exchange alike; after four times as many it begins anew.</param>
public readonly record struct RunExchange(int Length, int Shift)
{
    /// <summary>Where in its row a number goes.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">Its column.</param>
    /// <returns>A column.</returns>
    public int PlaceOf(int row, int column) => column ^ (Length * ((row >> Shift) & 3));
}

/// <summary>Which part of a matrix a <see cref="Panel"/> is. For kernels.</summary>
/// <param name="Row">Its first row.</param>
/// <param name="Column">Its first column.</param>
/// <param name="EndRow">The row at which the matrix, or what counts of it, ends.</param>
/// <param name="EndColumn">The column at which it ends.</param>
public readonly record struct MatrixPart(int Row, int Column, int EndRow, int EndColumn);
