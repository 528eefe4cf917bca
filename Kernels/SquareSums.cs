// Sums of squares of parts of a gradient, in a fixed order: together the square of its norm.
//
//   s[b] = Σ g[i]²   over the i that work-items of group b go through
//
// Launch  64 groups of 64 work-items, which go through the gradient in strides; the first of a group adds what its others found.
// Cost    4 bytes read and 2 floating-point operations a number.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>The squared norm of a flat buffer in <see cref="Count"/> parts.</summary>
public sealed class SquareSums
{
    /// <summary>How many parts there are.</summary>
    public const int Count = 64;

    private const int Width = 64;

    private readonly Action<KernelConfig, ArrayView<float>, ArrayView<float>, int> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public SquareSums(Accelerator accelerator)
    {
        launch = accelerator.LoadStreamKernel<ArrayView<float>, ArrayView<float>, int>(Kernel);
    }

    /// <summary>Queues the sums on the default stream.</summary>
    /// <param name="gradients">g [P], read.</param>
    /// <param name="sums">s [<see cref="Count"/>], written.</param>
    public void Run(ArrayView<float> gradients, ArrayView<float> sums) => launch((Count, Width), gradients, sums, gradients.IntLength);

    private static void Kernel(ArrayView<float> gradients, ArrayView<float> sums, int count)
    {
        var found = SharedMemory.Allocate<float>(Width);
        var sum = 0f;
        for (var first = Grid.IdxX * Width; first < count; first += Count * Width)
        {
            var place = first + Group.IdxX;
            if (place < count) sum += gradients[place] * gradients[place];
        }

        found[Group.IdxX] = sum;
        Group.Barrier();
        if (!Group.IsFirstThread) return;
        var total = 0f;
        for (var i = 0; i < Width; i++) total += found[i];
        sums[Grid.IdxX] = total;
    }
}
