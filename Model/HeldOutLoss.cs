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
    private readonly ChordInput chordInput;
    private readonly HeardChordRows? chordRows;
    private readonly List<Batch> batches = [];
    private readonly MemoryBuffer1D<float, Stride1D.Dense> gates, cells, hidden, below, products, noBias, logits, losses;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> rowNumbers, hits;

    /// <summary>Loads the kernels and the tunes.</summary>
    /// <param name="accelerator">Where to run; must outlive this object.</param>
    /// <param name="shape">H, V, L and C.</param>
    /// <param name="tunes">The tokens of each tune, from 0 to V − 1, or −1 for one that the model doesn't know; at least one token is known.</param>
    /// <param name="chords">The chord under each token of each tune, from 0 to C − 1, or −1; null where the model hears none.</param>
    public HeldOutLoss(Accelerator accelerator, ModelShape shape, IReadOnlyList<int[]> tunes, IReadOnlyList<int[]>? chords = null)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(chords is not null, shape.Chords > 0, nameof(chords));
        if (chords is not null) ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(chords.Max(tune => tune.DefaultIfEmpty().Max()), shape.Chords);
        this.shape = shape;
        Tokens = tunes.Sum(tune => tune.Count(token => token >= 0));
        ArgumentOutOfRangeException.ThrowIfZero(Tokens);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(tunes.Max(tune => tune.DefaultIfEmpty().Max()), shape.Vocabulary);
        forward = new LstmForward(accelerator);
        dense = new Dense(accelerator);
        loss = new SoftmaxCrossEntropy(accelerator);
        chordInput = new ChordInput(accelerator);
        chordRows = shape.Chords > 0 ? new HeardChordRows(accelerator, shape) : null;
        foreach (var stretches in TokenStretches.Of(tunes, chords))
        {
            batches.Add(new(
                stretches,
                accelerator.Allocate1D(stretches.Inputs),
                accelerator.Allocate1D(stretches.Targets),
                accelerator.Allocate1D(chords is null ? [-1] : stretches.Chords)));
        }

        var rows = batches.Max(batch => (long)batch.Stretches.Inputs.Length);
        var isDeep = shape.Layers > 1;
        var hasProducts = isDeep || shape.Chords > 0;
        gates = accelerator.Allocate1D<float>(rows * shape.GateColumns);
        cells = accelerator.Allocate1D<float>(rows * shape.Hidden);
        hidden = accelerator.Allocate1D<float>(rows * shape.Hidden);
        below = accelerator.Allocate1D<float>(isDeep ? rows * shape.Hidden : 1);
        products = accelerator.Allocate1D<float>(hasProducts ? rows * shape.GateColumns : 1);
        noBias = accelerator.Allocate1D<float>(shape.GateColumns);
        noBias.MemSetToZero();
        rowNumbers = accelerator.Allocate1D(Enumerable.Range(0, hasProducts ? (int)rows : 1).ToArray());
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
        var nats = 0.0;
        foreach (var batch in batches)
        {
            var stretches = batch.Stretches;
            var sizes = new LstmShape(stretches.Sequences, stretches.Steps, shape.Hidden, shape.Vocabulary);
            var output = Layers(batch, parameters, sizes);
            var weights = ParameterViews.Of(parameters, shape.Hidden, shape.Vocabulary, shape.Layers);
            dense.Run(new(output, weights.DenseKernel, weights.DenseBias, logits.View), sizes.Rows, sizes.Hidden, sizes.Vocabulary);
            loss.Run(new(logits.View, batch.Targets.View, losses.View, hits.View), sizes);
            nats += losses.GetAsArray1D().Take(sizes.Rows).Sum(value => (double)value);
        }

        return new TokenLoss(nats, Tokens);
    }

    // As LstmLayers does, but of the layers below only the last output is kept.
    private ArrayView<float> Layers(Batch batch, ArrayView<float> parameters, LstmShape sizes)
    {
        var (output, spare) = (hidden, below);
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            ArrayView<int> rows = batch.Inputs.View;
            var weights = ParameterViews.Of(parameters, shape.Hidden, shape.Vocabulary, shape.Layers, layer);
            if (layer > 0)
            {
                (output, spare) = (spare, output);
                dense.Run(new(spare.View, weights.Kernel, noBias.View, products.View), sizes.Rows, sizes.Hidden, sizes.Gates);
                (rows, weights) = (rowNumbers.View, weights with { Kernel = products.View });
            }
            else if (chordRows is not null)
            {
                chordInput.Run(new(rows, batch.Chords.View, weights.Kernel, chordRows.Of(parameters), products.View), sizes);
                (rows, weights) = (rowNumbers.View, weights with { Kernel = products.View });
            }

            forward.Run(new(rows, weights, gates.View, cells.View, output.View), sizes);
        }

        return output.View;
    }

    /// <summary>Frees the buffers.</summary>
    public void Dispose()
    {
        foreach (var batch in batches)
        {
            batch.Inputs.Dispose();
            batch.Targets.Dispose();
            batch.Chords.Dispose();
        }

        chordRows?.Dispose();
        gates.Dispose();
        cells.Dispose();
        hidden.Dispose();
        below.Dispose();
        products.Dispose();
        noBias.Dispose();
        rowNumbers.Dispose();
        logits.Dispose();
        losses.Dispose();
        hits.Dispose();
    }

    private sealed record Batch(
        TokenStretches Stretches,
        MemoryBuffer1D<int, Stride1D.Dense> Inputs,
        MemoryBuffer1D<int, Stride1D.Dense> Targets,
        MemoryBuffer1D<int, Stride1D.Dense> Chords);
}
