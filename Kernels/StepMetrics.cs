// Loss and accuracy of each step, added up over the batches of an epoch so that the host reads them once an epoch.
//
//   lossSums[t] += Σᵢ losses[t,i]      hitSums[t] += Σᵢ hits[t,i]
//
// Launch  on a CPU one work-item a step. Elsewhere a group a step, whose work-items take the sequences in turns; its first adds up what they found.
// Cost    2·T·m additions.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Adds a batch's losses and hits to the sums of the epoch, step by step.</summary>
public sealed class StepMetrics
{
    private const int Width = 128;

    private readonly Accelerator accelerator;
    private readonly Action<Index1D, StepMetricsBuffers, int> launch;
    private readonly Action<KernelConfig, StepMetricsBuffers, int> launchGroups;

    /// <summary>Loads the kernels.</summary>
    /// <param name="accelerator">The accelerator that they run on.</param>
    public StepMetrics(Accelerator accelerator)
    {
        this.accelerator = accelerator;
        launchGroups = accelerator.LoadStreamKernel<StepMetricsBuffers, int>(GroupKernel);
        launch = accelerator.LoadAutoGroupedStreamKernel<Index1D, StepMetricsBuffers, int>(Kernel);
    }

    /// <summary>Queues one addition on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="shape">The sizes; T and m count.</param>
    public void Run(StepMetricsBuffers buffers, LstmShape shape)
    {
        if (accelerator.AcceleratorType == AcceleratorType.CPU || GroupSize.Most(accelerator) < Width)
            launch(shape.Steps, buffers, shape.Sequences);
        else
            launchGroups((shape.Steps, Width), buffers, shape.Sequences);
    }

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

    private static void GroupKernel(StepMetricsBuffers buffers, int sequences)
    {
        var losses = SharedMemory.Allocate<float>(Width);
        var hits = SharedMemory.Allocate<int>(Width);
        var (loss, hit) = (0f, 0);
        for (var sequence = Group.IdxX; sequence < sequences; sequence += Width)
        {
            loss += buffers.Losses[Grid.IdxX * sequences + sequence];
            hit += buffers.Hits[Grid.IdxX * sequences + sequence];
        }

        losses[Group.IdxX] = loss;
        hits[Group.IdxX] = hit;
        Group.Barrier();
        if (!Group.IsFirstThread) return;
        (loss, hit) = (0f, 0);
        for (var i = 0; i < Width; i++)
        {
            loss += losses[i];
            hit += hits[i];
        }

        buffers.LossSums[Grid.IdxX] += loss;
        buffers.HitSums[Grid.IdxX] += hit;
    }
}

/// <summary>What <see cref="StepMetrics"/> reads and writes.</summary>
/// <param name="Losses">[T, m] read: the loss of each row in nats.</param>
/// <param name="Hits">[T, m] read: 1 where the likeliest token was right.</param>
/// <param name="LossSums">[T] added to.</param>
/// <param name="HitSums">[T] added to.</param>
public readonly record struct StepMetricsBuffers(
    ArrayView<float> Losses, ArrayView<int> Hits, ArrayView<float> LossSums, ArrayView<int> HitSums);
