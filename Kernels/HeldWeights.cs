using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>Weights that a work-item holds in registers, and their sums of products with a vector in shared memory. For kernels.</summary>
/// <remarks>The compiler keeps a local array in registers where each index is known to it, which it is once loops are written out.</remarks>
internal static class HeldWeights
{
    // So many neighbours of the vector come with one read, and so many sums hide each other's latency.
    private const int Run = 4;

    /// <summary>The length that a vector of that many numbers takes: whole runs.</summary>
    /// <param name="count">How many numbers.</param>
    /// <returns>The next multiple of 4.</returns>
    public static int Length(int count) => (count + Run - 1) / Run * Run;

    /// <summary>Reads a column of a matrix, with zeros behind it.</summary>
    /// <param name="held">[Length(count)] of local memory, written.</param>
    /// <param name="weights">A buffer that holds the column.</param>
    /// <param name="start">Where in it the column starts.</param>
    /// <param name="stride">From one element to the next.</param>
    /// <param name="count">How many elements.</param>
    public static void Load(ArrayView<float> held, ArrayView<float> weights, int start, int stride, int count)
    {
        for (var k = 0; k < Length(count); k += Run)
        {
            held[k] = weights[start + k * stride];
            held[k + 1] = k + 1 < count ? weights[start + (k + 1) * stride] : 0f;
            held[k + 2] = k + 2 < count ? weights[start + (k + 2) * stride] : 0f;
            held[k + 3] = k + 3 < count ? weights[start + (k + 3) * stride] : 0f;
        }
    }

    /// <summary>Σₖ held[k]·vector[start + k], as four sums of every fourth k.</summary>
    /// <param name="held">[Length(count)] of local memory.</param>
    /// <param name="vector">Shared memory; zeros where the weights have none.</param>
    /// <param name="start">Where in it the vector starts, a multiple of 4.</param>
    /// <param name="count">How many weights.</param>
    /// <returns>The sum.</returns>
    public static float Dot(ArrayView<float> held, ArrayView<float> vector, int start, int count)
    {
        float first = 0f, second = 0f, third = 0f, fourth = 0f;
        for (var k = 0; k < Length(count); k += Run)
        {
            first += held[k] * vector[start + k];
            second += held[k + 1] * vector[start + k + 1];
            third += held[k + 2] * vector[start + k + 2];
            fourth += held[k + 3] * vector[start + k + 3];
        }

        return first + second + (third + fourth);
    }
}
