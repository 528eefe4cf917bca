// RMSprop as in Keras, for update number t (from 1), with the learning rate decayed by the number of updates done before.
//
//   v ← ρ·v + (1 − ρ)·g²
//   p ← p − α·g / (√v + ε)      α = rate / (1 + decay·(t − 1))
//
// ε is that of Keras since version 2; version 1 had 1e-8, which differs only for gradients that stay below about 1e-6.
//
// Launch  one work-item a parameter: one launch updates all tensors, which lie in one flat buffer.
// Cost    12 bytes read and 8 written a parameter.
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Tieleman and Hinton's optimiser (Coursera, 2012) over one flat buffer.</summary>
public sealed class RmsProp
{
    /// <summary>ρ, the decay of the mean square.</summary>
    public const float Decay = 0.9f;

    /// <summary>ε, added to the root of the mean square.</summary>
    public const float Epsilon = 1e-7f;

    // 1 − ρ, rounded once.
    private const float Share = 0.1f;

    private readonly Action<Index1D, RmsPropBuffers, float> launch;
    private readonly Action<Index1D, RmsPropBuffers, ArrayView<float>> launchRepeated;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public RmsProp(Accelerator accelerator)
    {
        launch = accelerator.LoadAutoGroupedStreamKernel<Index1D, RmsPropBuffers, float>(Kernel);
        launchRepeated = accelerator.LoadAutoGroupedStreamKernel<Index1D, RmsPropBuffers, ArrayView<float>>(RepeatedKernel);
    }

    /// <summary>α: the step size of one update.</summary>
    /// <param name="rate">The learning rate of the first update.</param>
    /// <param name="decay">How the rate falls: rate / (1 + decay·updates done).</param>
    /// <param name="update">The number of this update, from 1.</param>
    /// <returns>α, in double precision.</returns>
    public static double StepSize(double rate, double decay, long update) => rate / (1 + decay * (update - 1));

    /// <summary>Queues one update of all parameters on the default stream.</summary>
    /// <param name="buffers">What it reads and writes, all of one length.</param>
    /// <param name="stepSize">α, from <see cref="StepSize"/>.</param>
    public void Run(RmsPropBuffers buffers, float stepSize) => launch(buffers.Parameters.IntLength, buffers, stepSize);

    /// <summary>The same with a step size that lies on the accelerator.</summary>
    /// <param name="buffers">What it reads and writes, all of one length.</param>
    /// <param name="stepSize">α [1], read.</param>
    public void Run(RmsPropBuffers buffers, ArrayView<float> stepSize) => launchRepeated(buffers.Parameters.IntLength, buffers, stepSize);

    private static void RepeatedKernel(Index1D index, RmsPropBuffers buffers, ArrayView<float> stepSize) => Kernel(index, buffers, stepSize[0]);

    private static void Kernel(Index1D index, RmsPropBuffers buffers, float stepSize)
    {
        var gradient = buffers.Gradients[index];
        var square = Decay * buffers.MeanSquares[index] + Share * gradient * gradient;
        buffers.MeanSquares[index] = square;
        buffers.Parameters[index] -= stepSize * gradient / (XMath.Sqrt(square) + Epsilon);
    }
}

/// <summary>What <see cref="RmsProp"/> reads and writes, each [P] in the layout of the parameters.</summary>
/// <param name="Parameters">p, read and written.</param>
/// <param name="Gradients">g, read.</param>
/// <param name="MeanSquares">v, read and written; zero before the first update.</param>
public readonly record struct RmsPropBuffers(ArrayView<float> Parameters, ArrayView<float> Gradients, ArrayView<float> MeanSquares);
