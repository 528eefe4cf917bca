using GpuJazz.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Model;

/// <summary>The updates of an epoch on an accelerator: each batch by the same launches, which a driver may have recorded.</summary>
/// <remarks>
/// What differs from update to update lies on the accelerator: all tokens and step sizes of the epoch, and a <see cref="NextBatch"/> cursor.
/// The last batch may be smaller, so that its launches are others. Nothing waits for the accelerator but the uploads before.
/// </remarks>
internal sealed class EpochUpdates : IDisposable
{
    private readonly TrainingUpdate update;
    private readonly TrainingSettings settings;
    private readonly int steps;
    private readonly int tokensOfBatch;
    private readonly bool hearsChords;
    private readonly NextBatch next;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> inputs, targets, chords, cursor, batchInputs, batchTargets, batchChords;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> stepSizes, stepSize;
    private readonly float[] hostStepSizes;
    private readonly int[] hostCursor = new int[NextBatch.CursorLength];
    private readonly RepeatedUpdate whole, last;

    /// <summary>Allocates the buffers.</summary>
    /// <param name="accelerator">Where to train.</param>
    /// <param name="update">An update of at most so many sequences, used by nobody else while an epoch is run.</param>
    /// <param name="settings">The batch and what decides the step size.</param>
    /// <param name="windows">How many windows an epoch has, and how long they are.</param>
    /// <param name="mostSequences">How many sequences are taken at once.</param>
    public EpochUpdates(Accelerator accelerator, TrainingUpdate update, TrainingSettings settings, Windows windows, int mostSequences)
    {
        this.update = update;
        this.settings = settings;
        steps = windows.Steps;
        next = new NextBatch(accelerator);
        Count = ((windows.Count - 1) / settings.Batch) + 1;
        hostStepSizes = new float[Count];
        (inputs, targets) = (accelerator.Allocate1D<int>(windows.Inputs.Length), accelerator.Allocate1D<int>(windows.Inputs.Length));
        (batchInputs, batchTargets) = (accelerator.Allocate1D<int>(mostSequences * steps), accelerator.Allocate1D<int>(mostSequences * steps));
        hearsChords = windows.Chords.Length > 0;
        (chords, batchChords) = (
            accelerator.Allocate1D<int>(hearsChords ? windows.Chords.Length : 1),
            accelerator.Allocate1D<int>(hearsChords ? mostSequences * steps : 1));
        cursor = accelerator.Allocate1D<int>(NextBatch.CursorLength);
        (stepSizes, stepSize) = (accelerator.Allocate1D<float>(Count), accelerator.Allocate1D<float>(1));

        var sequences = Math.Min(settings.Batch, windows.Count);
        tokensOfBatch = sequences * steps;

        RepeatedUpdate Of(int batch)
        {
            var parts = BatchPart.Of(batch, mostSequences).ToArray();
            return new(accelerator.DefaultStream, () => Queue(parts));
        }

        whole = Of(sequences);
        last = Of(windows.Count - ((Count - 1) * sequences));
    }

    /// <summary>The updates of an epoch, at least 1.</summary>
    public int Count { get; }

    /// <summary>Queues an epoch.</summary>
    /// <param name="tokens">The inputs of each part of each batch, [T, m of the part], one after the other.</param>
    /// <param name="targetTokens">The targets, laid out alike.</param>
    /// <param name="heard">The chords, laid out alike; anything where the model hears none.</param>
    /// <param name="before">The updates done before.</param>
    public void Run(int[] tokens, int[] targetTokens, int[] heard, long before)
    {
        inputs.CopyFromCPU(tokens);
        targets.CopyFromCPU(targetTokens);
        if (hearsChords) chords.CopyFromCPU(heard);
        for (var i = 0; i < Count; i++) hostStepSizes[i] = (float)settings.StepSize(before + i + 1);
        stepSizes.CopyFromCPU(hostStepSizes);
        (hostCursor[0], hostCursor[1]) = (0, unchecked((int)(before + 1)));
        cursor.CopyFromCPU(hostCursor);
        for (var i = 1; i < Count; i++) whole.Launch();
        last.Launch();
    }

    /// <summary>Frees the buffers.</summary>
    public void Dispose()
    {
        whole.Dispose();
        last.Dispose();
        inputs.Dispose();
        targets.Dispose();
        chords.Dispose();
        cursor.Dispose();
        batchInputs.Dispose();
        batchTargets.Dispose();
        batchChords.Dispose();
        stepSizes.Dispose();
        stepSize.Dispose();
    }

    private void Queue(BatchPart[] parts)
    {
        foreach (var part in parts)
        {
            var (first, count) = (part.First * steps, part.Sequences * steps);
            next.Fetch(
                new(inputs.View, targets.View, stepSizes.View, cursor.View, batchInputs.View, batchTargets.View, stepSize.View),
                tokensOfBatch,
                first,
                count);
            if (hearsChords) next.FetchChords(chords.View, cursor.View, batchChords.View, tokensOfBatch, first, count);
            update.ComputeGradients(batchInputs.View, batchTargets.View, part, cursor.View.BaseView.SubView(1, 1), batchChords.View);
        }

        update.Apply(stepSize.View);
        next.Advance(cursor.View);
    }
}
