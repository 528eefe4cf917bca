namespace GpuJazz.Kernels.Reference;

/// <summary>The five tensors of the network as slices of one flat array, in the layout of <see cref="ParameterViews"/>.</summary>
public readonly ref struct Parameters
{
    /// <summary>Cuts a flat array into the five tensors.</summary>
    /// <param name="flat">Parameters, gradients or moments: <see cref="ParameterViews.Count"/> elements.</param>
    /// <param name="hidden">H.</param>
    /// <param name="vocabulary">V.</param>
    public Parameters(Span<double> flat, int hidden, int vocabulary)
    {
        var gates = 4 * hidden;
        Kernel = flat[..(vocabulary * gates)];
        RecurrentKernel = flat.Slice(vocabulary * gates, hidden * gates);
        Bias = flat.Slice((vocabulary + hidden) * gates, gates);
        var dense = flat[((vocabulary + hidden + 1) * gates)..];
        DenseKernel = dense[..(hidden * vocabulary)];
        DenseBias = dense.Slice(hidden * vocabulary, vocabulary);
    }

    /// <summary>lstm.kernel [V, 4H].</summary>
    public Span<double> Kernel { get; }

    /// <summary>lstm.recurrent_kernel [H, 4H].</summary>
    public Span<double> RecurrentKernel { get; }

    /// <summary>lstm.bias [4H].</summary>
    public Span<double> Bias { get; }

    /// <summary>dense.kernel [H, V].</summary>
    public Span<double> DenseKernel { get; }

    /// <summary>dense.bias [V].</summary>
    public Span<double> DenseBias { get; }
}
