namespace GpuJazz.Model;

/// <summary>The sizes of a model, an LSTM and a dense layer, and where each tensor lies in the flat parameter buffer.</summary>
/// <remarks>Row-major; the 4H gate columns are in the order i, f, g, o: input, forget, candidate, output.</remarks>
/// <param name="Hidden">H, hidden units; at least 1.</param>
/// <param name="Vocabulary">V, different tokens; at least 1.</param>
/// <exception cref="ModelException">A size is below 1, or there would be more than <see cref="MaxParameters"/> parameters.</exception>
public sealed record ModelShape(int Hidden, int Vocabulary)
{
    /// <summary>The most parameters that a model may have: a flat buffer of floats stays below 2 GiB.</summary>
    public const int MaxParameters = int.MaxValue / sizeof(float);

    /// <summary>H, hidden units.</summary>
    public int Hidden { get; } = Hidden >= 1
        ? Hidden
        : throw new ModelException($"--hidden {Hidden}: the model needs at least 1 hidden unit; leave the option out for 64");

    /// <summary>V, different tokens.</summary>
    public int Vocabulary { get; } = Vocabulary >= 1
        ? Vocabulary
        : throw new ModelException("the vocabulary is empty: train on a tune that has notes");

    /// <summary>All trainable numbers: 4H(V + H + 1) + V(H + 1).</summary>
    public int ParameterCount { get; } = Count(Hidden, Vocabulary);

    /// <summary>G = 4H, gate columns.</summary>
    public int GateColumns => 4 * Hidden;

    /// <summary>Input to gates, [V, 4H]: a token's row is its product with the one-hot input.</summary>
    public ParameterTensor LstmKernel => new("lstm.kernel", [Vocabulary, GateColumns], 0);

    /// <summary>Previous state to gates, [H, 4H].</summary>
    public ParameterTensor RecurrentKernel => new("lstm.recurrent_kernel", [Hidden, GateColumns], LstmKernel.End);

    /// <summary>The gates' bias, [4H].</summary>
    public ParameterTensor LstmBias => new("lstm.bias", [GateColumns], RecurrentKernel.End);

    /// <summary>State to logits, [H, V].</summary>
    public ParameterTensor DenseKernel => new("dense.kernel", [Hidden, Vocabulary], LstmBias.End);

    /// <summary>The logits' bias, [V].</summary>
    public ParameterTensor DenseBias => new("dense.bias", [Vocabulary], DenseKernel.End);

    /// <summary>The five tensors in the flat buffer's order; together they cover it.</summary>
    public IReadOnlyList<ParameterTensor> Tensors => [LstmKernel, RecurrentKernel, LstmBias, DenseKernel, DenseBias];

    private static int Count(Int128 h, Int128 v)
    {
        var count = (4 * h * (v + h + 1)) + (v * (h + 1));
        return count <= MaxParameters
            ? (int)count
            : throw new ModelException(
                $"--hidden {h} with {v} different tokens makes {count} parameters, and at most {MaxParameters} are possible: lower --hidden");
    }
}
