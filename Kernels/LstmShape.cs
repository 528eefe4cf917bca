using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>The sizes of one pass over a batch.</summary>
/// <param name="Sequences">m, the sequences in the batch; at least 1.</param>
/// <param name="Steps">T, the time steps of each; at least 1.</param>
/// <param name="Hidden">H, the hidden units; at least 1. There are 4H gate columns, in the order i f g o.</param>
/// <param name="Vocabulary">V, the different tokens; at least 1.</param>
public readonly record struct LstmShape(int Sequences, int Steps, int Hidden, int Vocabulary)
{
    /// <summary>T·m, the rows of every buffer that has one for each step of each sequence: row t·m + i.</summary>
    public int Rows => Steps * Sequences;

    /// <summary>G = 4H, the gate columns.</summary>
    public int Gates => 4 * Hidden;

    /// <summary>The groups that step through time: some tiles of four sequences each, in work-items by unit and by gate or sequence.</summary>
    /// <param name="accelerator">The accelerator that must hold a group.</param>
    /// <param name="groups">How many groups there are.</param>
    /// <returns>Groups of (H, 4), or narrower where the accelerator wants it.</returns>
    public KernelConfig Launch(Accelerator accelerator, TileGroups groups) => (
        new Index2D(groups.Groups, 1),
        new Index2D(ColumnGroups.Of(accelerator, Hidden, FourRows.Count).Width, FourRows.Count));
}
