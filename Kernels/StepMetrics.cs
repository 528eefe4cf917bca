// Loss and accuracy of each step, added up over the batches of an epoch so that the host reads them once an epoch.
//
//   lossSums[t] += Σᵢ losses[t,i]      hitSums[t] += Σᵢ hits[t,i]
//
// Launch  one work-item a step.
// Cost    2·T·m additions.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Adds a batch's losses and hits to the sums of the epoch, step by step.</summary>
public sealed class StepMetrics
{
    private readonly Action<Index1D, StepMetricsBuffers, int> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public StepMetrics(Accelerator accelerator)
    {
        launch = accelerator.LoadAutoGroupedStreamKernel<Index1D, StepMetricsBuffers, int>(Kernel);
    }

    /// <summary>Queues one addition on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="shape">The sizes; T and m count.</param>
    public void Run(StepMetricsBuffers buffers, LstmShape shape) => launch(shape.Steps, buffers, shape.Sequences);

    private static void Kernel(Index1D step, StepMetricsBuffers buffers, int sequences)
    {
        var loss = 0f;
        var hits = 0;
        for (var row = step.X * sequences; row < (step.X + 1) * sequences; row++)
        {
            loss += buffers.Losses[row];
            hits += buffers.Hits[row];
        }

        buffers.LossSums[step] += loss;
        buffers.HitSums[step] += hits;
    }
}

/// <summary>What <see cref="StepMetrics"/> reads and writes.</summary>
/// <param name="Losses">[T, m] read: the loss of each row in nats.</param>
/// <param name="Hits">[T, m] read: 1 where the likeliest token was right.</param>
/// <param name="LossSums">[T] added to.</param>
/// <param name="HitSums">[T] added to.</param>
public readonly record struct StepMetricsBuffers(
    ArrayView<float> Losses, ArrayView<int> Hits, ArrayView<float> LossSums, ArrayView<int> HitSums);
