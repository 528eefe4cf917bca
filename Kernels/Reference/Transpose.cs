namespace GpuJazz.Kernels.Reference;

/// <summary>B = Aᵀ, in plain loops; see <see cref="Kernels.Transpose"/>.</summary>
public static class Transpose
{
    /// <summary>Runs one transposition.</summary>
    /// <param name="matrix">A [rows, columns].</param>
    /// <param name="transposed">B [columns, rows], written.</param>
    /// <param name="rows">R.</param>
    /// <param name="columns">C.</param>
    public static void Run(ReadOnlySpan<double> matrix, Span<double> transposed, int rows, int columns)
    {
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++)
                transposed[c * rows + r] = matrix[r * columns + c];
    }
}
