namespace GpuJazz.Kernels.Reference;

/// <summary>One update of the whole network, in the order in which the kernels are launched: the program to read first, from <see cref="Run"/>.</summary>
public sealed class TrainingUpdate
{
    private readonly LstmShape shape;
    private readonly int layers;
    private readonly DropoutRule dropout;
    private readonly double[][] gates, cells, hidden, outputs;
    private readonly double[] logitGradients, hiddenGradients, gateGradients, losses;
    private readonly int[] hits;

    /// <summary>Makes the buffers for one batch.</summary>
    /// <param name="shape">The sizes.</param>
    /// <param name="layers">L, LSTM layers.</param>
    /// <param name="dropout">What is dropped of each layer's output, whatever its update and layer; by default nothing.</param>
    public TrainingUpdate(LstmShape shape, int layers = 1, DropoutRule dropout = default)
    {
        this.shape = shape;
        this.layers = layers;
        this.dropout = dropout;
        gates = ForEachLayer(shape.Gates);
        cells = ForEachLayer(shape.Hidden);
        hidden = ForEachLayer(shape.Hidden);
        outputs = ForEachLayer(shape.Hidden);
        gateGradients = new double[shape.Rows * shape.Gates];
        hiddenGradients = new double[shape.Rows * shape.Hidden];
        logitGradients = new double[shape.Rows * shape.Vocabulary];
        losses = new double[shape.Rows];
        hits = new int[shape.Rows];
    }

    /// <summary>The mean loss of each step, [T], in nats.</summary>
    /// <returns>A new array.</returns>
    public double[] StepLosses() => ByStep(row => losses[row]);

    /// <summary>The share of likeliest tokens that were right at each step, [T].</summary>
    /// <returns>A new array.</returns>
    public double[] StepAccuracies() => ByStep(row => hits[row]);

    /// <summary>The whole update: the gradient of one batch, then Adam.</summary>
    /// <param name="inputs">[T, m]: the tokens, −1 for the zero vector.</param>
    /// <param name="targets">[T, m]: the token that should come, −1 for none.</param>
    /// <param name="parameters">[P], read and written.</param>
    /// <param name="gradients">[P], written.</param>
    /// <param name="firstMoments">[P], read and written; zeros before the first update.</param>
    /// <param name="secondMoments">[P], read and written; zeros before the first update.</param>
    /// <param name="stepSize">From <see cref="Kernels.Adam.StepSize"/>.</param>
    /// <returns>The loss before the update, as <see cref="Gradients"/> gives it.</returns>
    public double Run(
        ReadOnlySpan<int> inputs,
        ReadOnlySpan<int> targets,
        Span<double> parameters,
        Span<double> gradients,
        Span<double> firstMoments,
        Span<double> secondMoments,
        double stepSize)
    {
        var loss = Gradients(inputs, targets, parameters, gradients);
        Adam.Run(parameters, gradients, firstMoments, secondMoments, stepSize);
        return loss;
    }

    /// <summary>Loss and gradient of one batch.</summary>
    /// <param name="inputs">[T, m]: the tokens, −1 for the zero vector.</param>
    /// <param name="targets">[T, m]: the token that should come, −1 for none.</param>
    /// <param name="parameters">[P], read.</param>
    /// <param name="gradients">[P], written.</param>
    /// <param name="number">The number of the update, from 1, with which what is dropped changes.</param>
    /// <param name="chords">[T, m]: the chords, −1 for the zero vector; empty where the model hears none.</param>
    /// <returns>The sum over steps of the mean loss over sequences, in nats.</returns>
    public double Gradients(
        ReadOnlySpan<int> inputs,
        ReadOnlySpan<int> targets,
        Span<double> parameters,
        Span<double> gradients,
        uint number = 1,
        ReadOnlySpan<int> chords = default)
    {
        var rule = dropout with { Update = number };
        var (h, v) = (shape.Hidden, shape.Vocabulary);
        var weights = new Parameters(parameters, h, v, layers);
        var slopes = new Parameters(gradients, h, v, layers);
        for (var layer = 0; layer < layers; layer++) Forward(layer, inputs, chords, parameters, rule with { Layer = layer });

        Dense.Run(outputs[^1], weights, logitGradients, shape.Rows);
        SoftmaxCrossEntropy.Run(logitGradients, targets, shape, losses, hits);
        WeightGradient.Run(outputs[^1], logitGradients, slopes.DenseKernel, new(shape.Rows, h, v, 0));
        BiasGradient.Run(logitGradients, slopes.DenseBias, shape.Rows, v);
        InputGradient.Run(logitGradients, weights.DenseKernel, hiddenGradients, shape.Rows, h, v);

        for (var layer = layers - 1; layer >= 0; layer--)
            Backward(layer, inputs, chords, parameters, gradients, rule with { Layer = layer });
        return StepLosses().Sum();
    }

    private void Forward(int layer, ReadOnlySpan<int> inputs, ReadOnlySpan<int> chords, Span<double> parameters, DropoutRule rule)
    {
        var weights = new Parameters(parameters, shape.Hidden, shape.Vocabulary, layers, layer);
        if (layer == 0) LstmForward.Run(inputs, weights, shape, gates[layer], cells[layer], hidden[layer], chords);
        else LstmForward.RunAbove(outputs[layer - 1], weights, shape, gates[layer], cells[layer], hidden[layer]);
        Dropout.Run(hidden[layer], outputs[layer], shape, rule);
    }

    /// <summary>From the gradient by a layer's output to that of its tensors, and to that by the output of the layer below.</summary>
    private void Backward(
        int layer, ReadOnlySpan<int> inputs, ReadOnlySpan<int> chords, Span<double> parameters, Span<double> gradients, DropoutRule rule)
    {
        var (h, g, m) = (shape.Hidden, shape.Gates, shape.Sequences);
        var weights = new Parameters(parameters, h, shape.Vocabulary, layers, layer);
        var slopes = new Parameters(gradients, h, shape.Vocabulary, layers, layer);
        Dropout.Run(hiddenGradients, hiddenGradients, shape, rule);
        LstmBackward.Run(weights.RecurrentKernel, gates[layer], cells[layer], hiddenGradients, shape, gateGradients);
        WeightGradient.Run(hidden[layer], gateGradients, slopes.RecurrentKernel, new(shape.Rows - m, h, g, m));
        BiasGradient.Run(gateGradients, slopes.Bias, shape.Rows, g);
        if (layer == 0)
        {
            EmbeddingGradient.Run(inputs, gateGradients, slopes.Kernel, shape);
            if (!chords.IsEmpty) EmbeddingGradient.Run(chords, gateGradients, slopes.ChordKernel, shape);
            return;
        }

        WeightGradient.Run(outputs[layer - 1], gateGradients, slopes.Kernel, new(shape.Rows, h, g, 0));
        InputGradient.Run(gateGradients, weights.Kernel, hiddenGradients, shape.Rows, h, g);
    }

    private double[][] ForEachLayer(int columns) => [.. Enumerable.Range(0, layers).Select(_ => new double[shape.Rows * columns])];

    private double[] ByStep(Func<int, double> value)
    {
        var sums = new double[shape.Steps];
        for (var row = 0; row < shape.Rows; row++) sums[row / shape.Sequences] += value(row) / shape.Sequences;
        return sums;
    }
}
