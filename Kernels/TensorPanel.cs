namespace GpuJazz.Kernels;

/// <summary>How a factor's part of a tile lies in shared memory for tensor cores. For kernels.</summary>
/// <remarks>
/// Three stages fill shared memory without padding; instead rows have their runs exchanged, so that lanes that read what
/// <see cref="WarpTile"/> multiplies find it in banks of their own.
/// </remarks>
public static class TensorPanel
{
    /// <summary>The floats that it takes.</summary>
    public const int Length = WarpTile.Depth * TensorTile.Columns;

    /// <summary>The copy of a part.</summary>
    /// <param name="isByK">Whether a row of the matrix is a k, of 16 rows with 128 columns; else a column is, of 128 rows with 16.</param>
    /// <param name="isAligned">Whether the matrix and each row of it begin at multiples of 16 bytes.</param>
    /// <returns>How the group copies it.</returns>
    public static Panel Of(bool isByK, bool isAligned) => isByK
        ? new(WarpTile.Depth, TensorTile.Columns, TensorTile.Columns, TensorTile.Items, isAligned, new(8, 0))
        : new(TensorTile.Rows, WarpTile.Depth, WarpTile.Depth, TensorTile.Items, isAligned, new(4, 1));
}
