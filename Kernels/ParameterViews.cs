using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>The tensors of one LSTM layer and of the dense layer as views into one flat buffer (of parameters, gradients or moments).</summary>
/// <param name="Kernel">lstm.kernel [V, 4H]: row v is what token v adds to the gates; lstm_1.kernel and so on [H, 4H].</param>
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

    /// <summary>One layer's recurrent kernel and bias, which lie one behind the other.</summary>
    /// <param name="flat">A buffer of at least <see cref="Count"/> elements.</param>
    /// <param name="hidden">H.</param>
    /// <param name="vocabulary">V.</param>
    /// <param name="layers">L.</param>
    /// <param name="layer">Which layer, from 0.</param>
    /// <returns>[H + 1, 4H].</returns>
    public static ArrayView<float> RecurrentAndBias(ArrayView<float> flat, int hidden, int vocabulary, int layers, int layer)
    {
        var start = LayerStart(hidden, vocabulary, layer) + (layer == 0 ? vocabulary : hidden) * 4 * hidden;
        return flat.SubView(start, (hidden + 1) * 4 * hidden);
    }

    /// <summary>The dense layer's kernel and bias, which lie one behind the other.</summary>
    /// <param name="flat">A buffer of at least <see cref="Count"/> elements.</param>
    /// <param name="hidden">H.</param>
    /// <param name="vocabulary">V.</param>
    /// <param name="layers">L.</param>
    /// <returns>[H + 1, V].</returns>
    public static ArrayView<float> Dense(ArrayView<float> flat, int hidden, int vocabulary, int layers) =>
        flat.SubView(LayerStart(hidden, vocabulary, layers), (hidden + 1) * vocabulary);

    /// <summary>How many parameters there are: 4H·(V + H + 1) + (L − 1)·4H·(2H + 1) + V·(H + 1).</summary>
    /// <param name="hidden">H.</param>
    /// <param name="vocabulary">V.</param>
    /// <param name="layers">L.</param>
    /// <returns>The length of the flat buffer.</returns>
    public static int Count(int hidden, int vocabulary, int layers = 1) =>
        checked(LayerStart(hidden, vocabulary, layers) + vocabulary * (hidden + 1));

    /// <summary>Where a layer's tensors begin in the flat buffer: after the first layer's (V + H + 1) rows of 4H, 2H + 1 rows a layer.</summary>
    /// <param name="hidden">H.</param>
    /// <param name="vocabulary">V.</param>
    /// <param name="layer">The layer, from 0; L for the dense layer.</param>
    /// <returns>An index.</returns>
    public static int LayerStart(int hidden, int vocabulary, int layer) =>
        layer == 0 ? 0 : checked(4 * hidden * (vocabulary + hidden + 1 + (layer - 1) * (2 * hidden + 1)));

    /// <summary>Cuts the tensors of one layer and the dense layer out of a flat buffer, each row-major.</summary>
    /// <param name="flat">A buffer of at least <see cref="Count"/> elements.</param>
    /// <param name="hidden">H.</param>
    /// <param name="vocabulary">V.</param>
    /// <param name="layers">L.</param>
    /// <param name="layer">Which layer, from 0.</param>
    /// <returns>The views.</returns>
    public static ParameterViews Of(ArrayView<float> flat, int hidden, int vocabulary, int layers = 1, int layer = 0)
    {
        var gates = 4 * hidden;
        var kernel = LayerStart(hidden, vocabulary, layer);
        var recurrent = kernel + (layer == 0 ? vocabulary : hidden) * gates;
        var bias = recurrent + hidden * gates;
        var dense = LayerStart(hidden, vocabulary, layers);
        var denseBias = dense + hidden * vocabulary;
        return new ParameterViews(
            flat.SubView(kernel, recurrent - kernel),
            flat.SubView(recurrent, hidden * gates),
            flat.SubView(bias, gates),
            flat.SubView(dense, hidden * vocabulary),
            flat.SubView(denseBias, vocabulary));
    }

    /// <summary>The chords' rows of the first layer, behind all else: a model that hears no chords has the same layout without them.</summary>
    /// <param name="flat">A buffer of <see cref="Count"/> and R·4H elements.</param>
    /// <param name="hidden">H.</param>
    /// <param name="vocabulary">V.</param>
    /// <param name="layers">L.</param>
    /// <param name="chords">R: the chords, or the parts that they are made of.</param>
    /// <returns>lstm.chord [R, 4H]: a row is what a chord or a part of one adds to the gates.</returns>
    public static ArrayView<float> ChordKernel(ArrayView<float> flat, int hidden, int vocabulary, int layers, int chords) =>
        flat.SubView(Count(hidden, vocabulary, layers), chords * 4 * hidden);

    /// <summary>All layers above the first, as they stand one after the other.</summary>
    /// <param name="flat">A buffer of at least <see cref="Count"/> elements.</param>
    /// <param name="hidden">H.</param>
    /// <param name="vocabulary">V.</param>
    /// <param name="layers">L.</param>
    /// <returns>[L − 1, 2H + 1, 4H]: of each the H rows of its kernel, the H rows of its recurrent kernel, its bias. Empty for one layer.</returns>
    public static ArrayView<float> LayersAbove(ArrayView<float> flat, int hidden, int vocabulary, int layers)
    {
        var start = LayerStart(hidden, vocabulary, 1);
        return flat.SubView(start, LayerStart(hidden, vocabulary, layers) - start);
    }
}
