namespace GpuJazz.Kernels.Reference;

/// <summary>The tensors of one LSTM layer and of the dense layer as slices of one flat array, in the layout of <see cref="ParameterViews"/>.</summary>
public readonly ref struct Parameters
{
    /// <summary>Cuts the tensors out of a flat array.</summary>
    /// <param name="flat">Parameters, gradients or moments: <see cref="ParameterViews.Count"/> elements.</param>
    /// <param name="hidden">H.</param>
    /// <param name="vocabulary">V.</param>
    /// <param name="layers">L.</param>
    /// <param name="layer">Which layer, from 0.</param>
    /// <remarks>What lies behind the dense layer's tensors is the chords' rows; where there is nothing the model hears none.</remarks>
    public Parameters(Span<double> flat, int hidden, int vocabulary, int layers = 1, int layer = 0)
    {
        var gates = 4 * hidden;
        var inputs = layer == 0 ? vocabulary : hidden;
        var lstm = flat[ParameterViews.LayerStart(hidden, vocabulary, layer)..];
        Kernel = lstm[..(inputs * gates)];
        RecurrentKernel = lstm.Slice(inputs * gates, hidden * gates);
        Bias = lstm.Slice((inputs + hidden) * gates, gates);
        var dense = flat[ParameterViews.LayerStart(hidden, vocabulary, layers)..];
        DenseKernel = dense[..(hidden * vocabulary)];
        DenseBias = dense.Slice(hidden * vocabulary, vocabulary);
        ChordKernel = flat[ParameterViews.Count(hidden, vocabulary, layers)..];
    }

    /// <summary>lstm.kernel [V, 4H]; lstm_1.kernel and so on [H, 4H].</summary>
    public Span<double> Kernel { get; }

    /// <summary>lstm.recurrent_kernel [H, 4H].</summary>
    public Span<double> RecurrentKernel { get; }

    /// <summary>lstm.bias [4H].</summary>
    public Span<double> Bias { get; }

    /// <summary>dense.kernel [H, V].</summary>
    public Span<double> DenseKernel { get; }

    /// <summary>dense.bias [V].</summary>
    public Span<double> DenseBias { get; }

    /// <summary>lstm.chord [C, 4H]; empty where the model hears no chords.</summary>
    public Span<double> ChordKernel { get; }
}
