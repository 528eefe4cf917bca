namespace GpuJazz.Kernels.Reference;

/// <summary>An LSTM layer through all steps, in plain loops; see <see cref="Kernels.LstmForward"/> for the formula.</summary>
public static class LstmForward
{
    /// <summary>Runs one pass of the first layer, whose input is a token.</summary>
    /// <param name="tokens">[T, m]: the tokens, −1 for the zero vector.</param>
    /// <param name="parameters">The layer's tensors.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="gates">[T, m, 4H] written: i f g o after their activations.</param>
    /// <param name="cells">[T, m, H] written: c.</param>
    /// <param name="hidden">[T, m, H] written: h.</param>
    /// <param name="chords">[T, m]: the chords, −1 for the zero vector; empty where the model hears none.</param>
    public static void Run(
        ReadOnlySpan<int> tokens,
        Parameters parameters,
        LstmShape shape,
        Span<double> gates,
        Span<double> cells,
        Span<double> hidden,
        ReadOnlySpan<int> chords = default)
    {
        for (var row = 0; row < shape.Rows; row++)
            FromToken(tokens[row], parameters, gates.Slice(row * shape.Gates, shape.Gates), chords.IsEmpty ? -1 : chords[row]);
        ThroughTime(parameters, shape, gates, cells, hidden);
    }

    /// <summary>Runs one pass of a layer above the first.</summary>
    /// <param name="below">[T, m, H]: what the layer below gives.</param>
    /// <param name="parameters">The layer's tensors.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="gates">[T, m, 4H] written: i f g o after their activations.</param>
    /// <param name="cells">[T, m, H] written: c.</param>
    /// <param name="hidden">[T, m, H] written: h.</param>
    public static void RunAbove(
        ReadOnlySpan<double> below, Parameters parameters, LstmShape shape, Span<double> gates, Span<double> cells, Span<double> hidden)
    {
        for (var row = 0; row < shape.Rows; row++)
            FromBelow(below.Slice(row * shape.Hidden, shape.Hidden), parameters, gates.Slice(row * shape.Gates, shape.Gates));
        ThroughTime(parameters, shape, gates, cells, hidden);
    }

    /// <summary>z = bias + kernel[token] + chord[chord].</summary>
    /// <param name="token">The token, −1 for the zero vector.</param>
    /// <param name="parameters">The first layer's tensors.</param>
    /// <param name="z">[4H] written.</param>
    /// <param name="chord">The chord, −1 for the zero vector.</param>
    public static void FromToken(int token, Parameters parameters, Span<double> z, int chord = -1)
    {
        parameters.Bias.CopyTo(z);
        ChordInput.AddRow(token, parameters.Kernel, z);
        ChordInput.AddRow(chord, parameters.ChordKernel, z);
    }

    /// <summary>z = bias + x·kernel.</summary>
    /// <param name="below">[H]: x, what the layer below gives.</param>
    /// <param name="parameters">A further layer's tensors.</param>
    /// <param name="z">[4H] written.</param>
    public static void FromBelow(ReadOnlySpan<double> below, Parameters parameters, Span<double> z)
    {
        parameters.Bias.CopyTo(z);
        AddProduct(below, parameters.Kernel, z);
    }

    /// <summary>One step of one sequence: z + h·recurrent, then the cell.</summary>
    /// <param name="previousHidden">[H]: h of the step before; empty for the zero vector.</param>
    /// <param name="previousCells">[H]: c of the step before; empty for the zero vector.</param>
    /// <param name="recurrentKernel">lstm.recurrent_kernel [H, 4H].</param>
    /// <param name="z">[4H]: what comes from the input; then i f g o after their activations.</param>
    /// <param name="cells">[H] written: c; may be the memory of previousCells.</param>
    /// <param name="hidden">[H] written: h; may be the memory of previousHidden.</param>
    public static void Step(
        ReadOnlySpan<double> previousHidden,
        ReadOnlySpan<double> previousCells,
        ReadOnlySpan<double> recurrentKernel,
        Span<double> z,
        Span<double> cells,
        Span<double> hidden)
    {
        AddProduct(previousHidden, recurrentKernel, z);
        var h = hidden.Length;
        for (var j = 0; j < h; j++)
        {
            z[j] = LstmCell.Logistic(z[j]);
            z[h + j] = LstmCell.Logistic(z[h + j]);
            z[2 * h + j] = Math.Tanh(z[2 * h + j]);
            z[3 * h + j] = LstmCell.Logistic(z[3 * h + j]);
            var previous = previousCells.IsEmpty ? 0 : previousCells[j];
            cells[j] = z[h + j] * previous + z[j] * z[2 * h + j];
            hidden[j] = z[3 * h + j] * Math.Tanh(cells[j]);
        }
    }

    private static void ThroughTime(Parameters parameters, LstmShape shape, Span<double> gates, Span<double> cells, Span<double> hidden)
    {
        var (m, h) = (shape.Sequences, shape.Hidden);
        for (var row = 0; row < shape.Rows; row++)
        {
            var isFirst = row < m;
            Step(
                isFirst ? default : hidden.Slice((row - m) * h, h),
                isFirst ? default : cells.Slice((row - m) * h, h),
                parameters.RecurrentKernel,
                gates.Slice(row * shape.Gates, shape.Gates),
                cells.Slice(row * h, h),
                hidden.Slice(row * h, h));
        }
    }

    private static void AddProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> matrix, Span<double> z)
    {
        for (var k = 0; k < x.Length; k++)
        {
            var row = matrix.Slice(k * z.Length, z.Length);
            for (var n = 0; n < z.Length; n++) z[n] += x[k] * row[n];
        }
    }
}
