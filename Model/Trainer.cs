using System.Diagnostics;
using GpuJazz.Kernels;
using ILGPU.Runtime;

namespace GpuJazz.Model;

/// <summary>Trains a model on windows, an epoch at a time.</summary>
/// <remarks>
/// Each epoch is a function of the settings, its number and the state before it alone, so that a run that was stopped and goes on
/// ends with the same bits as one that was not.
/// </remarks>
public sealed class Trainer : IDisposable
{
    private readonly ModelShape shape;
    private readonly TrainingSettings settings;
    private readonly Windows windows;
    private readonly TrainingUpdate update;
    private readonly EpochUpdates epochUpdates;
    private readonly int mostSequences;
    private readonly int[] hostInputs, hostTargets, hostChords;
    private long updates;

    /// <summary>A new model with its initial parameters.</summary>
    /// <param name="accelerator">Where to train; must outlive this object.</param>
    /// <param name="shape">H, V, L and C.</param>
    /// <param name="settings">How to train.</param>
    /// <param name="windows">What to train on; their tokens are below V, and where the model hears chords, theirs are below C.</param>
    /// <param name="mostSequences">How many sequences are taken at once, larger batches in parts; at least 1, null for whole batches.</param>
    /// <exception cref="ModelException">A setting is out of range, or a batch too large to count.</exception>
    public Trainer(Accelerator accelerator, ModelShape shape, TrainingSettings settings, Windows windows, int? mostSequences = null)
    {
        this.shape = shape;
        this.settings = settings.Validated();
        this.windows = windows;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Math.Max(windows.Inputs.Max(), windows.Targets.Max()), shape.Vocabulary);
        ArgumentOutOfRangeException.ThrowIfNotEqual(windows.Chords.Length > 0, shape.Chords > 0, nameof(windows));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(windows.Chords.DefaultIfEmpty(-1).Max(), Math.Max(1, shape.Chords), nameof(windows));
        var batch = Math.Min(settings.Batch, windows.Count);
        this.mostSequences = Math.Min(mostSequences ?? batch, batch);
        update = new TrainingUpdate(accelerator, shape, this.mostSequences, windows.Steps, settings, isPart: this.mostSequences < batch);
        hostInputs = new int[windows.Inputs.Length];
        hostTargets = new int[windows.Targets.Length];
        hostChords = new int[windows.Chords.Length];
        epochUpdates = new EpochUpdates(accelerator, update, this.settings, windows, this.mostSequences);
        update.Buffers.Parameters.CopyFromCPU(Initializers.Create(shape, settings.Seed));
    }

    /// <summary>How many epochs are done.</summary>
    public int Epoch { get; private set; }

    /// <summary>Goes on from a saved state instead of the initial parameters.</summary>
    /// <param name="state">A state of a model of this shape, with the optimiser's state.</param>
    /// <exception cref="ModelException">It is of another shape, or can't be trained further.</exception>
    public void Resume(ModelState state)
    {
        if (state.Shape != shape)
            throw new ModelException(
                $"the saved model has {Sizes(state.Shape)}, and this run {Sizes(shape)}: resume with the settings and the data that it was trained with");
        if (state.Settings.Optimizer != settings.Optimizer)
            throw new ModelException("the saved model was trained with another --optimizer: resume with the settings that it was trained with");
        var optimizer = state.Optimizer
            ?? throw new ModelException("the saved model holds no optimiser state, so that its training can't go on: train a new one");
        update.Buffers.Parameters.CopyFromCPU(state.Parameters);
        update.Buffers.FirstMoments.CopyFromCPU(optimizer.FirstMoment);
        update.Buffers.SecondMoments.CopyFromCPU(optimizer.SecondMoment);
        updates = optimizer.Updates;
        Epoch = state.Epoch;
    }

    /// <summary>Trains one epoch: each window once, in shuffled order, in batches.</summary>
    /// <returns>Losses and accuracies, each taken before its batch's update, averaged over the windows.</returns>
    /// <exception cref="ModelException">The loss is no longer a number.</exception>
    public EpochMetrics RunEpoch()
    {
        var clock = Stopwatch.StartNew();
        Epoch++;
        Shuffle();
        update.Buffers.LossSums.MemSetToZero();
        update.Buffers.HitSums.MemSetToZero();
        epochUpdates.Run(hostInputs, hostTargets, hostChords, updates);
        updates += epochUpdates.Count;

        var losses = Array.ConvertAll(update.Buffers.LossSums.GetAsArray1D(), sum => sum / windows.Count);
        var accuracies = Array.ConvertAll(update.Buffers.HitSums.GetAsArray1D(), sum => sum / (float)windows.Count);
        var loss = losses.Sum();
        if (!float.IsFinite(loss))
            throw new ModelException($"the loss of epoch {Epoch} is {loss}: lower --learning-rate (it is {settings.LearningRate})");
        return new EpochMetrics(Epoch, loss, losses, accuracies, clock.Elapsed.TotalSeconds);
    }

    /// <summary>How well the model now foretells tunes that it does not learn from.</summary>
    /// <param name="heldOut">The tunes, on this trainer's accelerator.</param>
    /// <returns>The loss.</returns>
    public TokenLoss Foretell(HeldOutLoss heldOut) => heldOut.Of(update.Buffers.Parameters.View);

    /// <summary>All that is needed to improvise or to go on.</summary>
    /// <param name="metadata">Texts of the caller's own to keep with the model.</param>
    /// <returns>A copy of the state after the last epoch.</returns>
    public ModelState State(IReadOnlyDictionary<string, string> metadata) => new(
        shape,
        update.Buffers.Parameters.GetAsArray1D(),
        new OptimizerState(update.Buffers.FirstMoments.GetAsArray1D(), update.Buffers.SecondMoments.GetAsArray1D(), updates),
        Epoch,
        settings,
        metadata);

    /// <summary>Frees the buffers.</summary>
    public void Dispose()
    {
        epochUpdates.Dispose();
        update.Dispose();
    }

    private static string Sizes(ModelShape shape) =>
        $"{shape.Layers} × {shape.Hidden} hidden units and {shape.Vocabulary} tokens{(shape.Chords > 0 ? $" and {shape.Chords} chords" : "")}";

    private IEnumerable<BatchPart> Parts(int first) => BatchPart.Of(Math.Min(settings.Batch, windows.Count - first), mostSequences);

    /// <summary>Lays the parts of the epoch's batches out one after the other, each [T, m].</summary>
    private void Shuffle()
    {
        var order = EpochOrder.Of(settings.Seed, Epoch, windows.Count);
        var random = new SplitMix64(settings.Seed, FormattableString.Invariant($"chords of epoch {Epoch}"));
        for (var first = 0; first < order.Length; first += settings.Batch)
        {
            foreach (var part in Parts(first))
            {
                var (start, length) = ((first + part.First) * windows.Steps, part.Sequences * windows.Steps);
                windows.CopyBatch(
                    order.AsSpan(first + part.First, part.Sequences),
                    hostInputs.AsSpan(start, length),
                    hostTargets.AsSpan(start, length),
                    shape.Chords > 0 ? hostChords.AsSpan(start, length) : default);
                if (shape.Chords > 0) DropChords(hostChords.AsSpan(start, length), part.Sequences, random);
            }
        }
    }

    /// <summary>
    /// Some windows hear no chords at all in this epoch, as likely as a number of a layer's output is dropped: so a model of few tunes
    /// still learns what holds over any chord, and falls back on it where a chord is new.
    /// </summary>
    private void DropChords(Span<int> heard, int sequences, SplitMix64 random)
    {
        for (var i = 0; i < sequences; i++)
        {
            if (random.NextUniform() >= settings.Dropout) continue;
            for (var place = i; place < heard.Length; place += sequences) heard[place] = -1;
        }
    }
}
