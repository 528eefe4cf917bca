// A gradient that is too long, shortened: Keras' global_clipnorm.
//
//   g ← g · c / max(c, ‖g‖)      ‖g‖² = Σ s[b], from SquareSums
//
// Launch  one work-item a number; each adds up the same 64 sums in the same order, which is less than another launch.
// Cost    4 bytes read and 4 written a number, 64 additions.
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Scales a gradient whose norm over all parameters is above a limit down to it (Pascanu et al., ICML 2013).</summary>
public sealed class GradientClipping
{
    private readonly Action<Index1D, ArrayView<float>, ArrayView<float>, float> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public GradientClipping(Accelerator accelerator)
    {
        launch = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, ArrayView<float>, float>(Kernel);
    }

    /// <summary>Queues the scaling on the default stream.</summary>
    /// <param name="gradients">g [P], read and written.</param>
    /// <param name="squareSums">s [<see cref="SquareSums.Count"/>] of this gradient, read.</param>
    /// <param name="limit">c, above 0.</param>
    public void Run(ArrayView<float> gradients, ArrayView<float> squareSums, float limit) =>
        launch(gradients.IntLength, gradients, squareSums, limit);

    private static void Kernel(Index1D index, ArrayView<float> gradients, ArrayView<float> squareSums, float limit)
    {
        var square = 0f;
        for (var b = 0; b < SquareSums.Count; b++) square += squareSums[b];
        gradients[index] *= limit / XMath.Max(limit, XMath.Sqrt(square));
    }
}
