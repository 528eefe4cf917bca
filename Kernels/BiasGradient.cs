// The gradient of a bias: the sum of dY over rows, in a fixed order.
//
//   db[n] = Σᵣ dY[r,n]
//
// Launch  one work-item a column.
// Cost    R·N additions.
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>db = column sums of dY.</summary>
public sealed class BiasGradient
{
    private const int Block = 64;

    private readonly Action<Index1D, ArrayView<float>, ArrayView<float>, int, int, int> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public BiasGradient(Accelerator accelerator)
    {
        launch = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, ArrayView<float>, int, int, int>(Kernel);
    }

    /// <summary>Queues one sum on the default stream.</summary>
    /// <param name="outputGradients">dY [rows, outputs], read.</param>
    /// <param name="biasGradients">db [outputs], written.</param>
    /// <param name="rows">R.</param>
    /// <param name="outputs">N.</param>
    /// <param name="adds">Whether the sums are added to what stands in db.</param>
    public void Run(ArrayView<float> outputGradients, ArrayView<float> biasGradients, int rows, int outputs, bool adds = false)
    {
        launch(outputs, outputGradients, biasGradients, rows, outputs, adds ? 1 : 0);
    }

    private static void Kernel(
        Index1D column, ArrayView<float> outputGradients, ArrayView<float> biasGradients, int rows, int outputs, int adds)
    {
        // In blocks, as in WeightGradient: the rounding error of long sums stays small.
        var total = adds == 1 ? biasGradients[column] : 0f;
        for (var first = 0; first < rows; first += Block)
        {
            var end = XMath.Min(first + Block, rows);
            var sum = 0f;
            for (var row = first; row < end; row++) sum += outputGradients[row * outputs + column.X];
            total += sum;
        }

        biasGradients[column] = total;
    }
}
