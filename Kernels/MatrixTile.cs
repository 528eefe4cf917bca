using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>How a group shares out its tile of a matrix product; a constant of the compiled kernel.</summary>
/// <param name="Width">Work-items along the columns.</param>
/// <param name="Height">Work-items along the rows.</param>
/// <param name="RowsOfItem">How many rows a work-item has, one after the other.</param>
/// <param name="ColumnsOfItem">How many columns a work-item has.</param>
/// <param name="Run">How many of these stand side by side; the runs of all work-items take turns.</param>
/// <param name="Depth">How many products of each element are added between two meetings of the group.</param>
public readonly record struct MatrixTile(int Width, int Height, int RowsOfItem, int ColumnsOfItem, int Run, int Depth)
{
    // A row of the tile and one of padding, so that neighbours in k do not fall into one bank; four keep runs of four whole.
    private const int Padding = 4;

    /// <summary>
    /// The tile through CUDA: a work-item has 8 × 8 sums in registers, and four factors side by side are one read of shared memory.
    /// </summary>
    public static MatrixTile Cuda => new(16, 16, 8, 8, 4, 16);

    /// <summary>
    /// The tile that is copied ahead: 8 × 16 sums. With 8 × 8 a multiprocessor of 128 lanes would read shared memory for as long as it multiplies.
    /// </summary>
    public static MatrixTile Staged => new(8, 16, 8, 16, 4, 16);

    /// <summary>The rows of the tile.</summary>
    public int Rows => Height * RowsOfItem;

    /// <summary>The columns of the tile.</summary>
    public int Columns => Width * ColumnsOfItem;

    /// <summary>How far apart two k of the left factor lie in shared memory, where its rows lie side by side.</summary>
    public int LeftStride => Rows + (Run > 1 ? Padding : 0);

    /// <summary>The tile that suits an accelerator.</summary>
    /// <remarks>
    /// Of what OpenCL leads to little is known, and 4 × 4 fit in everywhere. On the CPU a work-item is a lane: six rows of one column, so that
    /// the sums of four vectors hide each other's latency and fill the registers; a tile's share of the right factor fits into the first
    /// cache, that of the left into the second.
    /// </remarks>
    /// <param name="accelerator">The accelerator.</param>
    /// <param name="rows">The rows of the product, at least 1.</param>
    /// <returns>A tile that fits in a group's shared memory.</returns>
    public static MatrixTile Of(Accelerator accelerator, int rows)
    {
        if (accelerator.AcceleratorType == AcceleratorType.Cuda) return Cuda;
        if (accelerator.AcceleratorType == AcceleratorType.OpenCL)
        {
            var side = GroupSize.Most(accelerator) < 256 ? 8 : 16;
            return new(side, side, 4, 4, 4, 16);
        }

        const int Lanes = 64, Sums = 6, MostRows = 96;
        var tiles = ((rows - 1) / MostRows) + 1;
        return new(Lanes, (((rows - 1) / tiles) / Sums) + 1, Sums, 1, 1, Lanes);
    }

    /// <summary>Which column of the tile a work-item's column is. For kernels.</summary>
    /// <param name="x">The work-item's place along the columns.</param>
    /// <param name="column">Its column, from 0 to <see cref="ColumnsOfItem"/> − 1.</param>
    /// <returns>From 0 to <see cref="Columns"/> − 1.</returns>
    public int Column(int x, int column) => (column / Run * (Width * Run)) + (x * Run) + (column % Run);
}
