namespace GpuJazz.Model;

/// <summary>The sizes of a model, LSTM layers and a dense layer, and where each tensor lies in the flat parameter buffer.</summary>
/// <remarks>
/// Row-major; the 4H gate columns are in the order i, f, g, o: input, forget, candidate, output. The buffer has the tensors of
/// layer after layer, then the dense layer's.
/// </remarks>
/// <param name="Hidden">H, hidden units of each layer; at least 1.</param>
/// <param name="Vocabulary">V, different tokens; at least 1.</param>
/// <param name="Layers">L, LSTM layers; 1 to <see cref="MaxLayers"/>.</param>
/// <param name="Chords">C, the chords that the first layer hears beside tokens; 0 for none.</param>
/// <param name="ChordTable">What the chords are made of; null where each has a row of its own.</param>
/// <exception cref="ModelException">A size is out of range, the table is of other chords, or there would be more than <see cref="MaxParameters"/> parameters.</exception>
public sealed record ModelShape(int Hidden, int Vocabulary, int Layers = 1, int Chords = 0, ChordTable? ChordTable = null)
{
    /// <summary>The most parameters that a model may have: a flat buffer of floats stays below 2 GiB.</summary>
    public const int MaxParameters = int.MaxValue / sizeof(float);

    /// <summary>The most LSTM layers that a model may have.</summary>
    public const int MaxLayers = 64;

    /// <summary>H, hidden units.</summary>
    public int Hidden { get; } = Hidden >= 1
        ? Hidden
        : throw new ModelException($"--hidden {Hidden}: the model needs at least 1 hidden unit; leave the option out for 64");

    /// <summary>V, different tokens.</summary>
    public int Vocabulary { get; } = Vocabulary >= 1
        ? Vocabulary
        : throw new ModelException("the vocabulary is empty: train on a tune that has notes");

    /// <summary>L, LSTM layers.</summary>
    public int Layers { get; } = Layers is >= 1 and <= MaxLayers
        ? Layers
        : throw new ModelException($"--layers {Layers}: give a number from 1 to {MaxLayers}, or leave the option out for 1");

    /// <summary>C, the chords that are heard.</summary>
    public int Chords { get; } = Chords >= 0 ? Chords : throw new ModelException("a model can't hear fewer than no chords");

    /// <summary>What the chords are made of; null where each has a row of its own.</summary>
    public ChordTable? ChordTable { get; } = ChordTable is null || ChordTable.Chords == Chords
        ? ChordTable
        : throw new ModelException($"a table of {ChordTable.Chords} chords is not one of {Chords}");

    /// <summary>R, the chords' rows among the parameters: a row for each part of <see cref="ChordTable"/>, or without it for each chord.</summary>
    public int ChordRows => ChordTable?.Parts ?? Chords;

    /// <summary>All trainable numbers: 4H(V + H + 1) + (L − 1)·4H(2H + 1) + V(H + 1) + 4H·R.</summary>
    public int ParameterCount { get; } = Count(Hidden, Vocabulary, Layers, ChordTable?.Parts ?? Chords);

    /// <summary>G = 4H, gate columns.</summary>
    public int GateColumns => 4 * Hidden;

    /// <summary>The tensors of each LSTM layer, [L], the first layer first.</summary>
    public IReadOnlyList<LstmTensors> Lstm
    {
        get
        {
            var layers = new List<LstmTensors> { LstmTensors.At(0, "lstm", Vocabulary, Hidden) };
            while (layers.Count < Layers) layers.Add(LstmTensors.At(layers[^1].End, $"lstm_{layers.Count}", Hidden, Hidden));
            return layers;
        }
    }

    /// <summary>State of the last layer to logits, [H, V].</summary>
    public ParameterTensor DenseKernel => new("dense.kernel", [Hidden, Vocabulary], Lstm[^1].End);

    /// <summary>The logits' bias, [V].</summary>
    public ParameterTensor DenseBias => new("dense.bias", [Vocabulary], DenseKernel.End);

    /// <summary>Chord or part of one to gates, [R, 4H], where chords are heard: the last in the buffer, so that the others lie as they do without it.</summary>
    public ParameterTensor? ChordKernel => Chords > 0 ? new("lstm.chord", [ChordRows, GateColumns], DenseBias.End) : null;

    /// <summary>All tensors in the flat buffer's order, three for each LSTM layer, two for the dense layer, the chords'; together they cover it.</summary>
    public IReadOnlyList<ParameterTensor> Tensors =>
    [
        .. Lstm.SelectMany(layer => new[] { layer.Kernel, layer.RecurrentKernel, layer.Bias }),
        DenseKernel,
        DenseBias,
        .. ChordKernel is { } chords ? [chords] : (ParameterTensor[])[],
    ];

    private static int Count(Int128 h, Int128 v, Int128 l, Int128 c)
    {
        var count = (4 * h * (v + h + 1)) + ((l - 1) * 4 * h * ((2 * h) + 1)) + (v * (h + 1)) + (4 * h * c);
        return count <= MaxParameters
            ? (int)count
            : throw new ModelException(
                $"--hidden {h} with {v} different tokens makes {count} parameters, and at most {MaxParameters} are possible: "
                + (l > 1 ? "lower --hidden or --layers" : "lower --hidden"));
    }
}
