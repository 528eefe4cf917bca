// What the launches of an update read where they are the same for all updates of an epoch: a cursor says which one is next.
//
//   x[i] = X[u·s + f + i]      y[i] = Y[u·s + f + i]      α = A[u]      and at the end of the update  u ← u + 1, n ← n + 1
//
// Launch  one work-item a token; for the cursor one a number.
// Cost    8 bytes read and 8 written a token, and 4 each where chords are heard.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Fetches the next batch of an epoch, or a part of it.</summary>
public sealed class NextBatch
{
    /// <summary>The numbers of a cursor: u, which update of the epoch is next, from 0; n, which of the whole run, from 1.</summary>
    public const int CursorLength = 2;

    private readonly Action<Index1D, NextBatchBuffers, int, int> launch;
    private readonly Action<Index1D, ArrayView<int>, ArrayView<int>, ArrayView<int>, int, int> launchChords;
    private readonly Action<Index1D, ArrayView<int>> advance;

    /// <summary>Loads the kernels.</summary>
    /// <param name="accelerator">The accelerator that they run on.</param>
    public NextBatch(Accelerator accelerator)
    {
        launch = accelerator.LoadAutoGroupedStreamKernel<Index1D, NextBatchBuffers, int, int>(Kernel);
        launchChords = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<int>, ArrayView<int>, int, int>(ChordsKernel);
        advance = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(AdvanceKernel);
    }

    /// <summary>Queues the copies of a part's tokens, and of the batch's step size, on the default stream.</summary>
    /// <param name="buffers">What they read and write.</param>
    /// <param name="ofBatch">s, the tokens of a batch: all but the epoch's last have as many.</param>
    /// <param name="first">f, the tokens of the batch before the part.</param>
    /// <param name="count">The tokens of the part, at least 1.</param>
    public void Fetch(NextBatchBuffers buffers, int ofBatch, int first, int count) => launch(count, buffers, ofBatch, first);

    /// <summary>Queues the copy of a part's chords, of a model that hears them.</summary>
    /// <param name="epochChords">Read: the chords of all parts of all batches, laid out as the tokens are.</param>
    /// <param name="cursor">u and n, [2], read.</param>
    /// <param name="chords">Written.</param>
    /// <param name="ofBatch">s, as above.</param>
    /// <param name="first">f, as above.</param>
    /// <param name="count">The chords of the part, at least 1.</param>
    public void FetchChords(ArrayView<int> epochChords, ArrayView<int> cursor, ArrayView<int> chords, int ofBatch, int first, int count) =>
        launchChords(count, epochChords, cursor, chords, ofBatch, first);

    /// <summary>Queues the step to the next update.</summary>
    /// <param name="cursor">u and n, [2].</param>
    public void Advance(ArrayView<int> cursor) => advance(CursorLength, cursor);

    private static void Kernel(Index1D index, NextBatchBuffers buffers, int ofBatch, int first)
    {
        var update = buffers.Cursor[0];
        var place = update * ofBatch + first + index.X;
        buffers.Inputs[index] = buffers.EpochInputs[place];
        buffers.Targets[index] = buffers.EpochTargets[place];
        if (index.X == 0) buffers.StepSize[0] = buffers.EpochStepSizes[update];
    }

    private static void ChordsKernel(
        Index1D index, ArrayView<int> epochChords, ArrayView<int> cursor, ArrayView<int> chords, int ofBatch, int first) =>
        chords[index] = epochChords[cursor[0] * ofBatch + first + index.X];

    private static void AdvanceKernel(Index1D index, ArrayView<int> cursor) => cursor[index]++;
}

/// <summary>What <see cref="NextBatch"/> reads and writes, for an epoch of U updates.</summary>
/// <param name="EpochInputs">X, read: the tokens of all parts of all batches, one after the other.</param>
/// <param name="EpochTargets">Y, read: as many.</param>
/// <param name="EpochStepSizes">A [U], read.</param>
/// <param name="Cursor">u and n, [2], read.</param>
/// <param name="Inputs">x, written.</param>
/// <param name="Targets">y, written.</param>
/// <param name="StepSize">α [1], written.</param>
public readonly record struct NextBatchBuffers(
    ArrayView<int> EpochInputs,
    ArrayView<int> EpochTargets,
    ArrayView<float> EpochStepSizes,
    ArrayView<int> Cursor,
    ArrayView<int> Inputs,
    ArrayView<int> Targets,
    ArrayView<float> StepSize);
