using GpuJazz.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Model;

/// <summary>One update of the whole network on an accelerator: its buffers, and its launches in order.</summary>
/// <remarks>The same program in plain loops is <see cref="Kernels.Reference.TrainingUpdate"/>.</remarks>
public sealed class TrainingUpdate : IDisposable
{
    private readonly Accelerator accelerator;
    private readonly ModelShape model;
    private readonly int steps;
    private readonly LstmForward forward;
    private readonly SoftmaxCrossEntropy loss;
    private readonly InputGradient inputGradient;
    private readonly LstmBackward backward;
    private readonly EmbeddingGradient embeddingGradient;
    private readonly WeightGradient weightGradient;
    private readonly BiasGradient biasGradient;
    private readonly StepMetrics metrics;
    private readonly Adam adam;
    private readonly List<IDisposable> owned = [];
    private readonly MemoryBuffer1D<float, Stride1D.Dense> gates, gateGradients, cells, cellGradients;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> hidden, hiddenGradients, logitGradients, losses;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> hits;

    /// <summary>Loads the kernels and allocates the buffers; the moments and sums start at zero.</summary>
    /// <param name="accelerator">Where to train; must outlive this object.</param>
    /// <param name="model">H and V.</param>
    /// <param name="sequences">m, the most sequences in a batch; at least 1.</param>
    /// <param name="steps">T; at least 1.</param>
    public TrainingUpdate(Accelerator accelerator, ModelShape model, int sequences, int steps)
    {
        this.accelerator = accelerator;
        this.model = model;
        this.steps = steps;
        forward = new LstmForward(accelerator);
        loss = new SoftmaxCrossEntropy(accelerator);
        inputGradient = new InputGradient(accelerator);
        backward = new LstmBackward(accelerator);
        embeddingGradient = new EmbeddingGradient(accelerator);
        weightGradient = new WeightGradient(accelerator);
        biasGradient = new BiasGradient(accelerator);
        metrics = new StepMetrics(accelerator);
        adam = new Adam(accelerator);

        var rows = sequences * steps;
        gates = Allocate<float>(rows, 4 * model.Hidden);
        gateGradients = Allocate<float>(rows, 4 * model.Hidden);
        cells = Allocate<float>(rows, model.Hidden);
        cellGradients = Allocate<float>(rows, model.Hidden);
        hidden = Allocate<float>(rows, model.Hidden);
        hiddenGradients = Allocate<float>(rows, model.Hidden);
        logitGradients = Allocate<float>(rows, model.Vocabulary);
        losses = Allocate<float>(rows, 1);
        hits = Allocate<int>(rows, 1);
        Parameters = Allocate<float>(model.ParameterCount, 1);
        Gradients = Allocate<float>(model.ParameterCount, 1);
        FirstMoments = Allocate<float>(model.ParameterCount, 1);
        SecondMoments = Allocate<float>(model.ParameterCount, 1);
        LossSums = Allocate<float>(steps, 1);
        HitSums = Allocate<int>(steps, 1);
    }

    /// <summary>The parameters, [P].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> Parameters { get; }

    /// <summary>The gradient of the last batch, [P].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> Gradients { get; }

    /// <summary>Adam's first moments, [P].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> FirstMoments { get; }

    /// <summary>Adam's second moments, [P].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> SecondMoments { get; }

    /// <summary>Losses added up over sequences and batches, by step, [T], in nats.</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> LossSums { get; }

    /// <summary>Right guesses added up over sequences and batches, by step, [T].</summary>
    public MemoryBuffer1D<int, Stride1D.Dense> HitSums { get; }

    /// <summary>Queues loss and gradient of one batch; its losses and hits are added to the sums.</summary>
    /// <param name="inputs">[T, m]: the tokens, −1 for the zero vector.</param>
    /// <param name="targets">[T, m]: the token that should come, −1 for none.</param>
    /// <param name="sequences">m, at most as many as the buffers were made for.</param>
    public void ComputeGradients(ArrayView<int> inputs, ArrayView<int> targets, int sequences)
    {
        var shape = new LstmShape(sequences, steps, model.Hidden, model.Vocabulary);
        var weights = ParameterViews.Of(Parameters.View, model.Hidden, model.Vocabulary);
        var slopes = ParameterViews.Of(Gradients.View, model.Hidden, model.Vocabulary);

        forward.Run(new(inputs, weights, gates.View, cells.View, hidden.View), shape);
        loss.Run(new(hidden.View, targets, weights, logitGradients.View, losses.View, hits.View), shape);
        metrics.Run(new(losses.View, hits.View, LossSums.View, HitSums.View), shape);
        inputGradient.Run(logitGradients.View, weights.DenseKernel, hiddenGradients.View, shape.Rows, shape.Hidden, shape.Vocabulary);
        backward.Run(
            new(weights.RecurrentKernel, gates.View, cells.View, hiddenGradients.View, gateGradients.View, cellGradients.View), shape);

        embeddingGradient.Run(inputs, gateGradients.View, slopes.Kernel, shape);
        weightGradient.Run(
            hidden.View, gateGradients.View, slopes.RecurrentKernel, new(shape.Rows - sequences, shape.Hidden, shape.Gates, sequences));
        biasGradient.Run(gateGradients.View, slopes.Bias, shape.Rows, shape.Gates);
        weightGradient.Run(hidden.View, logitGradients.View, slopes.DenseKernel, new(shape.Rows, shape.Hidden, shape.Vocabulary, 0));
        biasGradient.Run(logitGradients.View, slopes.DenseBias, shape.Rows, shape.Vocabulary);
    }

    /// <summary>Queues Adam's step along the last gradient.</summary>
    /// <param name="stepSize">α, from <see cref="Adam.StepSize"/>.</param>
    public void Apply(double stepSize) =>
        adam.Run(new(Parameters.View, Gradients.View, FirstMoments.View, SecondMoments.View), (float)stepSize);

    /// <summary>Frees the buffers.</summary>
    public void Dispose()
    {
        foreach (var buffer in owned) buffer.Dispose();
    }

    private MemoryBuffer1D<T, Stride1D.Dense> Allocate<T>(int rows, int columns)
        where T : unmanaged
    {
        var buffer = accelerator.Allocate1D<T>((long)rows * columns);
        owned.Add(buffer);
        buffer.MemSetToZero();
        return buffer;
    }
}
