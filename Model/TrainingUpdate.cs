using GpuJazz.Kernels;
using GpuJazz.Launching;
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
    private readonly AcceleratorStream stream;
    private readonly ModelShape model;
    private readonly TrainingSettings settings;
    private readonly int mostSequences;
    private readonly int steps;
    private readonly int stepsOfLogits;
    private readonly LstmLayers layers;
    private readonly Dense dense;
    private readonly SoftmaxCrossEntropy loss;
    private readonly DenseLoss denseLoss;
    private readonly StepMetrics metrics;
    private readonly Transpose transpose;
    private readonly InputGradient inputGradient;
    private readonly LayerGradient layerGradient;
    private readonly GradientSum gradientSum;
    private readonly SquareSums squareSums;
    private readonly GradientClipping clipping;
    private readonly Adam adam;
    private readonly RmsProp rmsProp;

    /// <summary>Loads the kernels and allocates the buffers.</summary>
    /// <param name="accelerator">Where to train; must outlive this object.</param>
    /// <param name="model">H, V and L.</param>
    /// <param name="sequences">m, the most sequences in a batch; at least 1.</param>
    /// <param name="steps">T; at least 1.</param>
    /// <param name="settings">Its optimiser, dropout, clipping, precision and seed are what count; null for the usual ones.</param>
    /// <param name="isPart">Whether batches are taken in parts of so many sequences.</param>
    /// <param name="mostLogits">The most logits in memory at once; those of a step are at the least.</param>
    /// <exception cref="ModelException">A buffer would have more elements than the kernels can count.</exception>
    public TrainingUpdate(
        Accelerator accelerator,
        ModelShape model,
        int sequences,
        int steps,
        TrainingSettings? settings = null,
        bool isPart = false,
        int mostLogits = MemoryEstimate.MostLogits)
    {
        this.model = model;
        stream = accelerator.DefaultStream;
        this.settings = (settings ?? new TrainingSettings()) with { Steps = steps };
        var precision = this.settings.Precision;
        mostSequences = sequences;
        this.steps = steps;
        stepsOfLogits = new MemoryEstimate(model, this.settings).StepsOfLogits(sequences, mostLogits);
        dense = new Dense(accelerator, precision);
        loss = new SoftmaxCrossEntropy(accelerator);
        denseLoss = new DenseLoss(accelerator, precision);
        metrics = new StepMetrics(accelerator);
        transpose = new Transpose(accelerator);
        inputGradient = new InputGradient(accelerator, precision);
        layerGradient = new LayerGradient(accelerator, precision);
        gradientSum = new GradientSum(accelerator);
        squareSums = new SquareSums(accelerator);
        clipping = new GradientClipping(accelerator);
        adam = new Adam(accelerator);
        rmsProp = new RmsProp(accelerator);
        Buffers = new TrainingBuffers(accelerator, model, sequences, steps, this.settings, stepsOfLogits, isPart);
        layers = new LstmLayers(accelerator, model, Buffers, precision);
    }

    /// <summary>What the launches read and write.</summary>
    public TrainingBuffers Buffers { get; }

    /// <summary>Queues loss and gradient of one batch; its losses and hits are added to the sums.</summary>
    /// <param name="inputs">[T, m]: the tokens, −1 for the zero vector.</param>
    /// <param name="targets">[T, m]: the token that should come, −1 for none.</param>
    /// <param name="sequences">m, at most as many as the buffers were made for.</param>
    /// <param name="number">The number of the update, from 1, with which what is dropped changes.</param>
    /// <param name="chords">[T, m]: the chords, −1 for the zero vector; nothing where the model hears none.</param>
    public void ComputeGradients(ArrayView<int> inputs, ArrayView<int> targets, int sequences, long number = 1, ArrayView<int> chords = default) =>
        ComputeGradients(inputs, targets, new BatchPart(0, sequences, sequences), number, chords);

    /// <summary>Queues loss and gradient of a part of a batch: after the last part, the gradient is the whole batch's.</summary>
    /// <param name="inputs">[T, m]: the part's tokens, −1 for the zero vector.</param>
    /// <param name="targets">[T, m]: the token that should come, −1 for none.</param>
    /// <param name="part">Which part, at most as large as the buffers were made for; parts come in their order.</param>
    /// <param name="number">The number of the update, from 1, with which what is dropped changes.</param>
    /// <param name="chords">[T, m]: the part's chords, −1 for the zero vector; nothing where the model hears none.</param>
    public void ComputeGradients(ArrayView<int> inputs, ArrayView<int> targets, BatchPart part, long number, ArrayView<int> chords = default) =>
        ComputeGradients(inputs, targets, chords, part, number, default);

    /// <summary>The same with a number of the update that lies on the accelerator, so that the launches are the same for all updates.</summary>
    /// <param name="inputs">[T, m]: the part's tokens, −1 for the zero vector.</param>
    /// <param name="targets">[T, m]: the token that should come, −1 for none.</param>
    /// <param name="part">Which part, at most as large as the buffers were made for; parts come in their order.</param>
    /// <param name="number">[1]: the number of the update, from 1; of one above 2³¹ − 1 the lower 32 bits.</param>
    /// <param name="chords">[T, m]: the part's chords, −1 for the zero vector; nothing where the model hears none.</param>
    public void ComputeGradients(
        ArrayView<int> inputs, ArrayView<int> targets, BatchPart part, ArrayView<int> number, ArrayView<int> chords = default) =>
        ComputeGradients(inputs, targets, chords, part, 0, number);

    private void ComputeGradients(
        ArrayView<int> inputs, ArrayView<int> targets, ArrayView<int> chords, BatchPart part, long number, ArrayView<int> numberThere)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(part.Sequences, 1, nameof(part));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part.Sequences, mostSequences, nameof(part));
        var b = Buffers;
        var shape = new LstmShape(part.Sequences, steps, model.Hidden, model.Vocabulary);
        var dropout = new DropoutRule((float)settings.Dropout, (uint)settings.Seed, (uint)number, 0, part.First);

        layers.Forward(inputs, chords, shape, dropout, numberThere);
        if (!denseLoss.Suits(shape.Hidden, shape.Vocabulary))
            transpose.Run(WeightsOf(b.Parameters).DenseKernel, b.TransposedDense.View, shape.Hidden, shape.Vocabulary);
        for (var first = 0; first < steps; first += stepsOfLogits)
            Dense(first, shape with { Steps = Math.Min(stepsOfLogits, steps - first) }, targets);
        stream.Beside(() => metrics.Run(new(b.Losses.View, b.Hits.View, b.LossSums.View, b.HitSums.View), shape));
        layers.Backward(inputs, chords, shape, dropout, numberThere);
        stream.Join();
        if (part.Sequences < part.Batch) gradientSum.Run(b.Gradients.View, b.GradientSums.View, part);
    }

    /// <summary>Queues the optimiser's step along the last gradient, which is clipped before if the settings say so.</summary>
    /// <param name="stepSize">α, from <see cref="TrainingSettings.StepSize"/>.</param>
    public void Apply(double stepSize)
    {
        Clip();
        if (settings.Optimizer == OptimizerKind.Adam) adam.Run(AdamBuffers, (float)stepSize);
        else rmsProp.Run(RmsPropBuffers, (float)stepSize);
    }

    /// <summary>The same with a step size that lies on the accelerator.</summary>
    /// <param name="stepSize">[1]: α.</param>
    public void Apply(ArrayView<float> stepSize)
    {
        Clip();
        if (settings.Optimizer == OptimizerKind.Adam) adam.Run(AdamBuffers, stepSize);
        else rmsProp.Run(RmsPropBuffers, stepSize);
    }

    private AdamBuffers AdamBuffers => new(
        Buffers.Parameters.View, Buffers.Gradients.View, Buffers.FirstMoments.View, Buffers.SecondMoments.View);

    private RmsPropBuffers RmsPropBuffers => new(Buffers.Parameters.View, Buffers.Gradients.View, Buffers.SecondMoments.View);

    private void Clip()
    {
        var b = Buffers;
        if (settings.ClipNorm > 0)
        {
            squareSums.Run(b.Gradients.View, b.SquareSums.View);
            clipping.Run(b.Gradients.View, b.SquareSums.View, (float)settings.ClipNorm);
        }
    }

    /// <summary>Logits, loss and the dense layer's gradients of some steps, added to those of the steps before.</summary>
    private void Dense(int first, LstmShape part, ArrayView<int> targets)
    {
        var (b, rows, h, v) = (Buffers, part.Rows, part.Hidden, part.Vocabulary);
        // The steps before have had their logits here.
        stream.Join();
        var weights = WeightsOf(b.Parameters);
        var start = (long)first * part.Sequences;
        var states = layers.Output.SubView(start * h, (long)rows * h);
        var logits = b.LogitGradients.View.BaseView.SubView(0, (long)rows * v);
        var (given, losses, hits) = (targets.SubView(start, rows), b.Losses.View.BaseView.SubView(start, rows), b.Hits.View.BaseView.SubView(start, rows));
        var inputGradients = b.HiddenGradients.View.BaseView.SubView(start * h, (long)rows * h);
        if (denseLoss.Suits(h, v))
        {
            denseLoss.Run(new(states, weights.DenseKernel, weights.DenseBias, given, logits, inputGradients, losses, hits), part);
        }
        else
        {
            dense.Run(new(states, weights.DenseKernel, weights.DenseBias, logits), rows, h, v);
            loss.Run(new(logits, given, losses, hits), part);
            inputGradient.Run(logits, b.TransposedDense.View, inputGradients, rows, h, v);
        }

        // The LSTM's gradients need only those by its output. Products by tiles fill an accelerator, and share the memory of their parts.
        void Gradients() =>
            layerGradient.Run(states, logits, ParameterViews.Dense(b.Gradients.View, h, v, model.Layers), new(rows, h, v, 0), adds: first > 0);
        if (TiledProducts.Suit(h, part.Gates, settings.Precision)) Gradients();
        else stream.Beside(Gradients);
    }

    private ParameterViews WeightsOf(MemoryBuffer1D<float, Stride1D.Dense> flat) =>
        ParameterViews.Of(flat.View, model.Hidden, model.Vocabulary, model.Layers);

    /// <summary>Frees the buffers.</summary>
    public void Dispose()
    {
        layers.Dispose();
        Buffers.Dispose();
    }
}
