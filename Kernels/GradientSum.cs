// The gradient of a batch that is taken in parts: a part's gradient is of its own mean, and counts by its share of the batch.
//
//   s ← s + share·g,  in the order of the parts;  after the last part g ← s
//
// Launch  one work-item a parameter.
// Cost    8 bytes read and 4 written a parameter.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Adds up the gradients of a batch's parts.</summary>
public sealed class GradientSum
{
    private readonly Action<Index1D, ArrayView<float>, ArrayView<float>, float, int, int> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public GradientSum(Accelerator accelerator)
    {
        launch = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, ArrayView<float>, float, int, int>(Kernel);
    }

    /// <summary>Queues one addition on the default stream.</summary>
    /// <param name="gradients">g [P], read; written with the sum after the last part.</param>
    /// <param name="sums">s [P], what the parts before add up to; written.</param>
    /// <param name="part">Which part this is.</param>
    public void Run(ArrayView<float> gradients, ArrayView<float> sums, BatchPart part) =>
        launch(gradients.IntLength, gradients, sums, part.Share, part.IsFirst ? 1 : 0, part.IsLast ? 1 : 0);

    private static void Kernel(Index1D index, ArrayView<float> gradients, ArrayView<float> sums, float share, int isFirst, int isLast)
    {
        var sum = share * gradients[index] + (isFirst == 1 ? 0f : sums[index]);
        sums[index] = sum;
        if (isLast == 1) gradients[index] = sum;
    }
}
