// A matrix with rows and columns exchanged, for products that would else read it across.
//
//   B[c,r] = A[r,c]
//
// Launch  a group a row of B: a work-item writes B[c,r] beside its neighbours'.
// Cost    4·R·C bytes read, a column at a time, and as many written.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>B = Aᵀ.</summary>
public sealed class Transpose
{
    private readonly Accelerator accelerator;
    private readonly Action<KernelConfig, ArrayView<float>, ArrayView<float>, int, int> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public Transpose(Accelerator accelerator)
    {
        this.accelerator = accelerator;
        launch = accelerator.LoadStreamKernel<ArrayView<float>, ArrayView<float>, int, int>(Kernel);
    }

    /// <summary>Queues one transposition on the default stream.</summary>
    /// <param name="matrix">A [rows, columns], read.</param>
    /// <param name="transposed">B [columns, rows], written; not the same memory.</param>
    /// <param name="rows">R.</param>
    /// <param name="columns">C.</param>
    public void Run(ArrayView<float> matrix, ArrayView<float> transposed, int rows, int columns)
    {
        var groups = ColumnGroups.Of(accelerator, rows);
        launch((new Index2D(columns, groups.Blocks), new Index2D(groups.Width, 1)), matrix, transposed, rows, columns);
    }

    private static void Kernel(ArrayView<float> matrix, ArrayView<float> transposed, int rows, int columns)
    {
        var row = Grid.IdxY * Group.DimX + Group.IdxX;
        if (row < rows) transposed[Grid.IdxX * rows + row] = matrix[row * columns + Grid.IdxX];
    }
}
