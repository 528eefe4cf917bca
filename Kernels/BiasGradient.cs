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

    private readonly Action<Index1D, ArrayView<float>, ArrayView<float>, int, int> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public BiasGradient(Accelerator accelerator)
    {
        launch = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, ArrayView<float>, int, int>(Kernel);
    }

    /// <summary>Queues one sum on the default stream.</summary>
    /// <param name="outputGradients">dY [rows, outputs], read.</param>
    /// <param name="biasGradients">db [outputs], written.</param>
    /// <param name="rows">R.</param>
    /// <param name="outputs">N.</param>
    public void Run(ArrayView<float> outputGradients, ArrayView<float> biasGradients, int rows, int outputs)
    {
        launch(outputs, outputGradients, biasGradients, rows, outputs);
    }

    private static void Kernel(
        Index1D column, ArrayView<float> outputGradients, ArrayView<float> biasGradients, int rows, int outputs)
    {
        // In blocks, as in WeightGradient: the rounding error of long sums stays small.
        var total = 0f;
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
