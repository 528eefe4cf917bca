using GpuJazz.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Model;

/// <summary>One update of the whole network on an accelerator: its launches in order.</summary>
/// <remarks>
/// The same program in plain loops is <see cref="Kernels.Reference.TrainingUpdate"/>. Launches come on top here, of
/// <see cref="Transpose"/>: plain loops can read a matrix across. <see cref="LstmLayers"/> has the
/// launches of the layers. An update allocates nothing.
/// </remarks>
public sealed class TrainingUpdate : IDisposable
{
    private readonly ModelShape model;
    private readonly int mostSequences;
    private readonly int steps;
    private readonly LstmLayers layers;
    private readonly Dense dense;
    private readonly SoftmaxCrossEntropy loss;
    private readonly StepMetrics metrics;
    private readonly Transpose transpose;
    private readonly InputGradient inputGradient;
    private readonly WeightGradient weightGradient;
    private readonly BiasGradient biasGradient;
    private readonly Adam adam;

    /// <summary>Loads the kernels and allocates the buffers.</summary>
    /// <param name="accelerator">Where to train; must outlive this object.</param>
    /// <param name="model">H, V and L.</param>
    /// <param name="sequences">m, the most sequences in a batch; at least 1.</param>
    /// <param name="steps">T; at least 1.</param>
    /// <exception cref="ModelException">A buffer would have more elements than the kernels can count.</exception>
    public TrainingUpdate(Accelerator accelerator, ModelShape model, int sequences, int steps)
    {
        this.model = model;
        mostSequences = sequences;
        this.steps = steps;
        dense = new Dense(accelerator);
        loss = new SoftmaxCrossEntropy(accelerator);
        metrics = new StepMetrics(accelerator);
        transpose = new Transpose(accelerator);
        inputGradient = new InputGradient(accelerator);
        weightGradient = new WeightGradient(accelerator);
        biasGradient = new BiasGradient(accelerator);
        adam = new Adam(accelerator);
        Buffers = new TrainingBuffers(accelerator, model, sequences, steps);
        layers = new LstmLayers(accelerator, model, Buffers);
    }

    /// <summary>What the launches read and write.</summary>
    public TrainingBuffers Buffers { get; }

    /// <summary>Queues loss and gradient of one batch; its losses and hits are added to the sums.</summary>
    /// <param name="inputs">[T, m]: the tokens, −1 for the zero vector.</param>
    /// <param name="targets">[T, m]: the token that should come, −1 for none.</param>
    /// <param name="sequences">m, at most as many as the buffers were made for.</param>
    public void ComputeGradients(ArrayView<int> inputs, ArrayView<int> targets, int sequences)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequences, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequences, mostSequences);
        var b = Buffers;
        var shape = new LstmShape(sequences, steps, model.Hidden, model.Vocabulary);
        var (rows, h, v) = (shape.Rows, shape.Hidden, shape.Vocabulary);
        var weights = ParameterViews.Of(b.Parameters.View, h, v, model.Layers);
        var slopes = ParameterViews.Of(b.Gradients.View, h, v, model.Layers);

        layers.Forward(inputs, shape);
        dense.Run(new(layers.Output, weights.DenseKernel, weights.DenseBias, b.LogitGradients.View), rows, h, v);
        loss.Run(new(b.LogitGradients.View, targets, b.Losses.View, b.Hits.View), shape);
        metrics.Run(new(b.Losses.View, b.Hits.View, b.LossSums.View, b.HitSums.View), shape);

        weightGradient.Run(layers.Output, b.LogitGradients.View, slopes.DenseKernel, new(rows, h, v, 0));
        biasGradient.Run(b.LogitGradients.View, slopes.DenseBias, rows, v);
        transpose.Run(weights.DenseKernel, b.TransposedDense.View, h, v);
        inputGradient.Run(b.LogitGradients.View, b.TransposedDense.View, b.HiddenGradients.View, rows, h, v);
        layers.Backward(inputs, shape);
    }

    /// <summary>Queues Adam's step along the last gradient.</summary>
    /// <param name="stepSize">α, from <see cref="Adam.StepSize"/>.</param>
    public void Apply(double stepSize) => adam.Run(
        new(Buffers.Parameters.View, Buffers.Gradients.View, Buffers.FirstMoments.View, Buffers.SecondMoments.View), (float)stepSize);

    /// <summary>Frees the buffers.</summary>
    public void Dispose() => Buffers.Dispose();
}
