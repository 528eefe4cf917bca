using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>How tiles of four rows are dealt out to groups.</summary>
/// <remarks>
/// A processor's core runs a group at a time: what one tile has read of the weights is still in the nearest cache for the group's next. A GPU
/// has many groups on at once and hides the way to memory by them: there each tile is a group.
/// </remarks>
/// <param name="Groups">How many groups there are.</param>
/// <param name="Tiles">How many tiles each has; the last may have fewer.</param>
public readonly record struct TileGroups(int Groups, int Tiles)
{
    /// <summary>More tiles than this gain nothing more.</summary>
    public const int Most = 4;

    /// <summary>Deals the tiles of some rows out so that no core has much more to do than it must.</summary>
    /// <param name="accelerator">The accelerator.</param>
    /// <param name="rows">How many rows there are, at least 1.</param>
    /// <returns>Groups of at most four tiles.</returns>
    public static TileGroups Of(Accelerator accelerator, int rows)
    {
        var tiles = FourRows.Tiles(rows);
        var best = 1;
        if (accelerator.AcceleratorType == AcceleratorType.CPU)
        {
            // A little more than a core must do is made up for by what is near.
            for (var each = 2; each <= Most; each++)
                if (Longest(each) <= Longest(1) * 17 / 16) best = each;
        }

        return new(Over(tiles, best), best);

        long Longest(int each) => (long)Over(Over(tiles, each), accelerator.NumMultiprocessors) * each;
    }

    /// <summary>The tiles of a group end before this one. For kernels.</summary>
    /// <param name="group">The number of the group.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="each">How many tiles a group has.</param>
    /// <returns>The first tile that is not the group's; it has those from group·each on.</returns>
    public static int End(int group, int rows, int each) => XMath.Min((group + 1) * each, FourRows.Tiles(rows));

    private static int Over(int count, int by) => (count - 1) / by + 1;
}
