namespace GpuJazz.Kernels.Reference;

/// <summary>One update of the whole network, in the order in which the kernels are launched: the program to read first, from <see cref="Run"/>.</summary>
public sealed class TrainingUpdate
{
    private readonly LstmShape shape;
    private readonly double[] gates, cells, hidden, logitGradients, hiddenGradients, gateGradients, losses;
    private readonly int[] hits;

    /// <summary>Makes the buffers for one batch.</summary>
    /// <param name="shape">The sizes.</param>
    public TrainingUpdate(LstmShape shape)
    {
        this.shape = shape;
        gates = new double[shape.Rows * shape.Gates];
        gateGradients = new double[shape.Rows * shape.Gates];
        cells = new double[shape.Rows * shape.Hidden];
        hidden = new double[shape.Rows * shape.Hidden];
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
    /// <returns>The sum over steps of the mean loss over sequences, in nats.</returns>
    public double Gradients(ReadOnlySpan<int> inputs, ReadOnlySpan<int> targets, Span<double> parameters, Span<double> gradients)
    {
        var (h, v, m) = (shape.Hidden, shape.Vocabulary, shape.Sequences);
        var weights = new Parameters(parameters, h, v);
        var slopes = new Parameters(gradients, h, v);

        LstmForward.Run(inputs, weights, shape, gates, cells, hidden);
        Dense.Run(hidden, weights, logitGradients, shape.Rows);
        SoftmaxCrossEntropy.Run(logitGradients, targets, shape, losses, hits);
        InputGradient.Run(logitGradients, weights.DenseKernel, hiddenGradients, shape.Rows, h, v);
        LstmBackward.Run(weights.RecurrentKernel, gates, cells, hiddenGradients, shape, gateGradients);

        EmbeddingGradient.Run(inputs, gateGradients, slopes.Kernel, shape);
        WeightGradient.Run(hidden, gateGradients, slopes.RecurrentKernel, new(shape.Rows - m, h, shape.Gates, m));
        BiasGradient.Run(gateGradients, slopes.Bias, shape.Rows, shape.Gates);
        WeightGradient.Run(hidden, logitGradients, slopes.DenseKernel, new(shape.Rows, h, v, 0));
        BiasGradient.Run(logitGradients, slopes.DenseBias, shape.Rows, v);
        return StepLosses().Sum();
    }

    private double[] ByStep(Func<int, double> value)
    {
        var sums = new double[shape.Steps];
        for (var row = 0; row < shape.Rows; row++) sums[row / shape.Sequences] += value(row) / shape.Sequences;
        return sums;
    }
}
