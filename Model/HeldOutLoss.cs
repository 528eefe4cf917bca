using GpuJazz.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Model;

/// <summary>What a model's loss is on whole tunes that it does not learn from: forward passes alone.</summary>
public sealed class HeldOutLoss : IDisposable
{
    private readonly ModelShape shape;
    private readonly LstmForward forward;
    private readonly Dense dense;
    private readonly SoftmaxCrossEntropy loss;
    private readonly List<(TokenStretches Stretches, MemoryBuffer1D<int, Stride1D.Dense> Inputs, MemoryBuffer1D<int, Stride1D.Dense> Targets)> batches = [];
    private readonly MemoryBuffer1D<float, Stride1D.Dense> gates, cells, hidden, logits, losses;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> hits;

    /// <summary>Loads the kernels and the tunes.</summary>
    /// <param name="accelerator">Where to run; must outlive this object.</param>
    /// <param name="shape">H and V.</param>
    /// <param name="tunes">The tokens of each tune, from 0 to V − 1, or −1 for one that the model doesn't know; at least one token is known.</param>
    public HeldOutLoss(Accelerator accelerator, ModelShape shape, IReadOnlyList<int[]> tunes)
    {
        this.shape = shape;
        Tokens = tunes.Sum(tune => tune.Count(token => token >= 0));
        ArgumentOutOfRangeException.ThrowIfZero(Tokens);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(tunes.Max(tune => tune.DefaultIfEmpty().Max()), shape.Vocabulary);
        forward = new LstmForward(accelerator);
        dense = new Dense(accelerator);
        loss = new SoftmaxCrossEntropy(accelerator);
        foreach (var stretches in TokenStretches.Of(tunes))
            batches.Add((stretches, accelerator.Allocate1D(stretches.Inputs), accelerator.Allocate1D(stretches.Targets)));

        long rows = batches.Max(batch => batch.Stretches.Inputs.Length);
        gates = accelerator.Allocate1D<float>(rows * shape.GateColumns);
        cells = accelerator.Allocate1D<float>(rows * shape.Hidden);
        hidden = accelerator.Allocate1D<float>(rows * shape.Hidden);
        logits = accelerator.Allocate1D<float>(rows * shape.Vocabulary);
        losses = accelerator.Allocate1D<float>(rows);
        hits = accelerator.Allocate1D<int>(rows);
    }

    /// <summary>How many tokens are foretold: all that are known.</summary>
    public int Tokens { get; }

    /// <summary>The loss with some parameters.</summary>
    /// <param name="parameters">[P], in the layout of <see cref="ParameterViews"/>, on the same accelerator.</param>
    /// <returns>The loss over all known tokens, each given all that came before it in its tune, or at least 128 tokens of that.</returns>
    public TokenLoss Of(ArrayView<float> parameters)
    {
        var weights = ParameterViews.Of(parameters, shape.Hidden, shape.Vocabulary);
        var nats = 0.0;
        foreach (var (stretches, inputs, targets) in batches)
        {
            var sizes = new LstmShape(stretches.Sequences, stretches.Steps, shape.Hidden, shape.Vocabulary);
            forward.Run(new(inputs.View, weights, gates.View, cells.View, hidden.View), sizes);
            dense.Run(new(hidden.View, weights.DenseKernel, weights.DenseBias, logits.View), sizes.Rows, sizes.Hidden, sizes.Vocabulary);
            loss.Run(new(logits.View, targets.View, losses.View, hits.View), sizes);
            nats += losses.GetAsArray1D().Take(sizes.Rows).Sum(value => (double)value);
        }

        return new TokenLoss(nats, Tokens);
    }

    /// <summary>Frees the buffers.</summary>
    public void Dispose()
    {
        foreach (var (_, inputs, targets) in batches)
        {
            inputs.Dispose();
            targets.Dispose();
        }

        gates.Dispose();
        cells.Dispose();
        hidden.Dispose();
        logits.Dispose();
        losses.Dispose();
        hits.Dispose();
    }
}
