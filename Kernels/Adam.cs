// Adam as in Keras, for update number t (from 1), with the learning rate decayed by the number of updates done before.
//
//   m ← β₁·m + (1 − β₁)·g      v ← β₂·v + (1 − β₂)·g²
//   p ← p − α·m / (√v + ε)      α = rate / (1 + decay·(t − 1)) · √(1 − β₂ᵗ) / (1 − β₁ᵗ)
//
// ε stands outside the root and is not rescaled, which is where Keras differs from Kingma and Ba's first listing.
//
// Launch  one work-item a parameter: one launch updates all five tensors, which lie in one flat buffer.
// Cost    16 bytes read and 12 written a parameter.
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Kingma and Ba's optimiser (2015) over one flat buffer.</summary>
public sealed class Adam
{
    /// <summary>β₁, the decay of the first moment.</summary>
    public const float FirstDecay = 0.9f;

    /// <summary>β₂, the decay of the second moment.</summary>
    public const float SecondDecay = 0.999f;

    /// <summary>ε, added to the root of the second moment.</summary>
    public const float Epsilon = 1e-7f;

    // 1 − β, each rounded once: 1f − 0.999f would be off by a hundred-thousandth.
    private const float FirstShare = 0.1f;
    private const float SecondShare = 0.001f;

    private readonly Action<Index1D, AdamBuffers, float> launch;
    private readonly Action<Index1D, AdamBuffers, ArrayView<float>> launchRepeated;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public Adam(Accelerator accelerator)
    {
        launch = accelerator.LoadAutoGroupedStreamKernel<Index1D, AdamBuffers, float>(Kernel);
        launchRepeated = accelerator.LoadAutoGroupedStreamKernel<Index1D, AdamBuffers, ArrayView<float>>(RepeatedKernel);
    }

    /// <summary>α: the step size of one update, bias correction included.</summary>
    /// <param name="rate">The learning rate of the first update.</param>
    /// <param name="decay">How the rate falls: rate / (1 + decay·updates done).</param>
    /// <param name="update">The number of this update, from 1.</param>
    /// <returns>α, in double precision.</returns>
    public static double StepSize(double rate, double decay, long update)
    {
        var correction = Math.Sqrt(1 - Math.Pow(0.999, update)) / (1 - Math.Pow(0.9, update));
        return rate / (1 + decay * (update - 1)) * correction;
    }

    /// <summary>Queues one update of all parameters on the default stream.</summary>
    /// <param name="buffers">What it reads and writes, all of one length.</param>
    /// <param name="stepSize">α, from <see cref="StepSize"/>.</param>
    public void Run(AdamBuffers buffers, float stepSize) => launch(buffers.Parameters.IntLength, buffers, stepSize);

    /// <summary>The same with a step size that lies on the accelerator.</summary>
    /// <param name="buffers">What it reads and writes, all of one length.</param>
    /// <param name="stepSize">α [1], read.</param>
    public void Run(AdamBuffers buffers, ArrayView<float> stepSize) => launchRepeated(buffers.Parameters.IntLength, buffers, stepSize);

    private static void RepeatedKernel(Index1D index, AdamBuffers buffers, ArrayView<float> stepSize) => Kernel(index, buffers, stepSize[0]);

    private static void Kernel(Index1D index, AdamBuffers buffers, float stepSize)
    {
        var gradient = buffers.Gradients[index];
        var first = FirstDecay * buffers.FirstMoments[index] + FirstShare * gradient;
        var second = SecondDecay * buffers.SecondMoments[index] + SecondShare * gradient * gradient;
        buffers.FirstMoments[index] = first;
        buffers.SecondMoments[index] = second;
        buffers.Parameters[index] -= stepSize * first / (XMath.Sqrt(second) + Epsilon);
    }
}

/// <summary>What <see cref="Adam"/> reads and writes, each [P] in the layout of the parameters.</summary>
/// <param name="Parameters">p, read and written.</param>
/// <param name="Gradients">g, read.</param>
/// <param name="FirstMoments">m, read and written; zero before the first update.</param>
/// <param name="SecondMoments">v, read and written; zero before the first update.</param>
public readonly record struct AdamBuffers(
    ArrayView<float> Parameters, ArrayView<float> Gradients, ArrayView<float> FirstMoments, ArrayView<float> SecondMoments);
