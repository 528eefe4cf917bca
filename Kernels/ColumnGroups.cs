using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>How columns are dealt out: neighbours in a group have neighbouring columns, so that they read memory side by side.</summary>
/// <param name="Blocks">How many groups the columns take, each of the same width; the last may have work-items without a column.</param>
/// <param name="Width">The work-items of a group along its first dimension.</param>
public readonly record struct ColumnGroups(int Blocks, int Width)
{
    /// <summary>Beyond this width a group gains nothing more.</summary>
    public const int Widest = 256;

    /// <summary>Deals columns out evenly to groups that the accelerator can hold.</summary>
    /// <param name="accelerator">The accelerator.</param>
    /// <param name="columns">How many columns there are, at least 1.</param>
    /// <param name="height">The work-items of a group along its second dimension.</param>
    /// <returns>Blocks of a width of at most <see cref="Widest"/>.</returns>
    public static ColumnGroups Of(Accelerator accelerator, int columns, int height = 1)
    {
        var most = Math.Max(1, Math.Min(Widest, Math.Min(accelerator.MaxGroupSize.X, GroupSize.Most(accelerator) / height)));
        var blocks = (columns - 1) / most + 1;
        return new(blocks, (columns - 1) / blocks + 1);
    }

    /// <summary>Whether a column exists. For kernels.</summary>
    /// <remarks>Groups that divide the columns have no work-item too many: where both numbers are known to the compiler, nothing is asked.</remarks>
    /// <param name="column">The column of a work-item.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <returns>Whether it is below that.</returns>
    public static bool Has(int column, int columns) => columns % Group.DimX == 0 || column < columns;
}
