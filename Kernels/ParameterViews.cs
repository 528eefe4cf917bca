using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>The five tensors of the network as views into one flat buffer (of parameters, gradients or moments).</summary>
/// <param name="Kernel">lstm.kernel [V, 4H]: row v is what token v adds to the gates.</param>
/// <param name="RecurrentKernel">lstm.recurrent_kernel [H, 4H].</param>
/// <param name="Bias">lstm.bias [4H].</param>
/// <param name="DenseKernel">dense.kernel [H, V].</param>
/// <param name="DenseBias">dense.bias [V].</param>
public readonly record struct ParameterViews(
    ArrayView<float> Kernel,
    ArrayView<float> RecurrentKernel,
    ArrayView<float> Bias,
    ArrayView<float> DenseKernel,
    ArrayView<float> DenseBias)
{
    /// <summary>What a token adds to one column of the gates: an element of its row of the kernel.</summary>
    /// <param name="token">The token, or −1 for the zero vector.</param>
    /// <param name="gates">4H.</param>
    /// <param name="column">The gate column, 0 to 4H − 1.</param>
    /// <returns>The element, 0 for the zero vector.</returns>
    public float OfToken(int token, int gates, int column) => token < 0 ? 0f : Kernel[token * gates + column];

    /// <summary>What four tokens add to one column of the gates.</summary>
    /// <param name="tokens">The tokens, −1 for the zero vector.</param>
    /// <param name="gates">4H.</param>
    /// <param name="column">The gate column, 0 to 4H − 1.</param>
    /// <returns>The four elements.</returns>
    public FourSums OfTokens(FourRows tokens, int gates, int column) => new(
        OfToken(tokens.First, gates, column),
        OfToken(tokens.Second, gates, column),
        OfToken(tokens.Third, gates, column),
        OfToken(tokens.Fourth, gates, column));

    /// <summary>How many parameters there are: 4H·(V + H + 1) + V·(H + 1).</summary>
    /// <param name="hidden">H.</param>
    /// <param name="vocabulary">V.</param>
    /// <returns>The length of the flat buffer.</returns>
    public static int Count(int hidden, int vocabulary) =>
        checked(4 * hidden * (vocabulary + hidden + 1) + vocabulary * (hidden + 1));

    /// <summary>Cuts a flat buffer into the five tensors, one after the other, each row-major.</summary>
    /// <param name="flat">A buffer of at least <see cref="Count"/> elements.</param>
    /// <param name="hidden">H.</param>
    /// <param name="vocabulary">V.</param>
    /// <returns>The views.</returns>
    public static ParameterViews Of(ArrayView<float> flat, int hidden, int vocabulary)
    {
        var gates = 4 * hidden;
        var recurrent = vocabulary * gates;
        var bias = recurrent + hidden * gates;
        var dense = bias + gates;
        var denseBias = dense + hidden * vocabulary;
        return new ParameterViews(
            flat.SubView(0, recurrent),
            flat.SubView(recurrent, hidden * gates),
            flat.SubView(bias, gates),
            flat.SubView(dense, hidden * vocabulary),
            flat.SubView(denseBias, vocabulary));
    }
}
