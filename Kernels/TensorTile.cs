namespace GpuJazz.Kernels;

/// <summary>How the four warps of a group share out its tile of a product by tensor cores. For kernels.</summary>
/// <remarks>A group is 32 wide, so that a warp is a row of it. Two warps stand side by side and two below them.</remarks>
public static class TensorTile
{
    /// <summary>The work-items of a warp.</summary>
    public const int Width = 32;

    /// <summary>The warps of a group.</summary>
    public const int Warps = 4;

    /// <summary>The work-items of a group.</summary>
    public const int Items = Width * Warps;

    /// <summary>The rows of the tile.</summary>
    public const int Rows = 2 * WarpTile.Rows;

    /// <summary>The columns of the tile.</summary>
    public const int Columns = 2 * WarpTile.Columns;

    /// <summary>How many copies of its factors a group has room for: one that is multiplied, and two under way.</summary>
    public const int Stages = 3;

    /// <summary>The first row of a warp in the tile.</summary>
    /// <param name="warp">The warp, from 0 to 3.</param>
    /// <returns>0 or 64.</returns>
    public static int RowOf(int warp) => (warp & 1) * WarpTile.Rows;

    /// <summary>The first column of a warp in the tile.</summary>
    /// <param name="warp">The warp, from 0 to 3.</param>
    /// <returns>0 or 64.</returns>
    public static int ColumnOf(int warp) => (warp >> 1) * WarpTile.Columns;
}
