namespace GpuJazz.Kernels.Reference;

/// <summary>A token's row and a chord's row added, in plain loops; see <see cref="Kernels.ChordInput"/>.</summary>
public static class ChordInput
{
    /// <summary>Runs one pass.</summary>
    /// <param name="tokens">[T, m]: the tokens, −1 for the zero vector.</param>
    /// <param name="chords">[T, m]: the chords, −1 for the zero vector.</param>
    /// <param name="kernel">lstm.kernel [V, 4H].</param>
    /// <param name="chordKernel">lstm.chord [C, 4H].</param>
    /// <param name="products">p [T, m, 4H], written.</param>
    /// <param name="shape">The sizes.</param>
    public static void Run(
        ReadOnlySpan<int> tokens,
        ReadOnlySpan<int> chords,
        ReadOnlySpan<double> kernel,
        ReadOnlySpan<double> chordKernel,
        Span<double> products,
        LstmShape shape)
    {
        for (var row = 0; row < shape.Rows; row++)
        {
            var product = products.Slice(row * shape.Gates, shape.Gates);
            product.Clear();
            AddRow(tokens[row], kernel, product);
            AddRow(chords[row], chordKernel, product);
        }
    }

    /// <summary>Adds a row of a kernel.</summary>
    /// <param name="row">Which, −1 for the zero vector.</param>
    /// <param name="kernel">Rows as long as the sum.</param>
    /// <param name="sum">Read and written.</param>
    public static void AddRow(int row, ReadOnlySpan<double> kernel, Span<double> sum)
    {
        for (var n = 0; row >= 0 && n < sum.Length; n++) sum[n] += kernel[row * sum.Length + n];
    }
}
