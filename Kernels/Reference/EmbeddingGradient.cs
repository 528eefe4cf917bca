namespace GpuJazz.Kernels.Reference;

/// <summary>Rows of dz added where their token stands, in plain loops; see <see cref="Kernels.EmbeddingGradient"/>.</summary>
public static class EmbeddingGradient
{
    /// <summary>Runs one sum.</summary>
    /// <param name="tokens">[T, m]: the tokens, −1 for the zero vector.</param>
    /// <param name="gateGradients">dz [T, m, 4H].</param>
    /// <param name="kernelGradients">dK [V, 4H], written.</param>
    /// <param name="shape">The sizes.</param>
    public static void Run(
        ReadOnlySpan<int> tokens, ReadOnlySpan<double> gateGradients, Span<double> kernelGradients, LstmShape shape)
    {
        kernelGradients.Clear();
        for (var row = 0; row < shape.Rows; row++)
            for (var n = 0; tokens[row] >= 0 && n < shape.Gates; n++)
                kernelGradients[tokens[row] * shape.Gates + n] += gateGradients[row * shape.Gates + n];
    }
}
