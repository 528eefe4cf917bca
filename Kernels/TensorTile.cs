namespace GpuJazz.Kernels;

/// <summary>How the warps of a group share out its tile of a product by tensor cores; a constant of the compiled kernel.</summary>
/// <remarks>
/// A group is 32 wide, so that a warp is a row of it. What it has of the factors lies in words of 32 bits: one number of TF32, or two
/// of bfloat16 that are neighbours in k.
/// </remarks>
/// <param name="WarpsAlongRows">The warps along the rows: a power of two.</param>
/// <param name="WarpsAlongColumns">The warps along the columns.</param>
public readonly record struct TensorTile(int WarpsAlongRows, int WarpsAlongColumns)
{
    /// <summary>The words of each row and column between two meetings of the group.</summary>
    public const int Words = 16;

    /// <summary>The warps.</summary>
    public int Warps => WarpsAlongRows * WarpsAlongColumns;

    /// <summary>The rows of the tile.</summary>
    public int Rows => WarpsAlongRows * WarpTile.Rows;

    /// <summary>The columns of the tile.</summary>
    public int Columns => WarpsAlongColumns * WarpTile.Columns;

    /// <summary>The first row of a warp in the tile.</summary>
    /// <param name="warp">The warp.</param>
    /// <returns>From 0 to <see cref="Rows"/> − 1.</returns>
    public int RowOf(int warp) => (warp & (WarpsAlongRows - 1)) * WarpTile.Rows;

    /// <summary>The first column of a warp in the tile.</summary>
    /// <param name="warp">The warp.</param>
    /// <returns>From 0 to <see cref="Columns"/> − 1.</returns>
    public int ColumnOf(int warp) => warp / WarpsAlongRows * WarpTile.Columns;

    /// <summary>The tile for so many rows: 128 × 128 by eight warps, or half of it where more rows would be idle.</summary>
    /// <param name="rows">The rows of the product, at least 1.</param>
    /// <returns>A tile.</returns>
    public static TensorTile Of(int rows) => new(rows <= WarpTile.Rows ? 1 : 2, 4);
}
