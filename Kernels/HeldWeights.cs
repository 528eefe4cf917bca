using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>
/// Four columns of weights that neighbours hold in registers, a part of each column a work-item, and their sums of products with a vector in
/// shared memory. For kernels on CUDA.
/// </summary>
/// <remarks>
/// The compiler keeps a local array in registers where each index is known to it, which it is once loops are written out. Of the vector each
/// neighbour takes four numbers in a row and then the next ones take theirs, so that four come with one read, and a warp reads all banks. A work-item has a
/// part of four columns and not all of one, as each number that is read then serves four sums.
/// </remarks>
internal static class HeldWeights
{
    /// <summary>The columns.</summary>
    public const int Columns = 4;

    private const int Run = 4;

    /// <summary>The length of a vector with zeros behind it that neighbours can share.</summary>
    /// <param name="count">How many numbers it has.</param>
    /// <param name="neighbours">How many work-items share a column.</param>
    /// <returns>Whole runs of four for each.</returns>
    public static int Length(int count, int neighbours) => (count - 1) / (Run * neighbours) * (Run * neighbours) + Run * neighbours;

    /// <summary>Which number of the vector a weight belongs to.</summary>
    /// <param name="neighbour">The work-item's place among those that share a column.</param>
    /// <param name="neighbours">How many they are.</param>
    /// <param name="n">The number of the weight, from 0 to Length / neighbours − 1.</param>
    /// <returns>An index below Length.</returns>
    public static int PlaceOf(int neighbour, int neighbours, int n) => n / Run * (Run * neighbours) + neighbour * Run + n % Run;

    /// <summary>The work-item's parts of the four sums.</summary>
    /// <param name="weights">[Length / neighbours, 4] of local memory.</param>
    /// <param name="vector">Shared memory; zeros where there is padding.</param>
    /// <param name="start">Where in it the vector starts, a multiple of 4.</param>
    /// <param name="depth">Length / neighbours.</param>
    /// <param name="neighbour">The work-item's place.</param>
    /// <param name="neighbours">How many share a column.</param>
    /// <returns>A part of each sum.</returns>
    public static FourSums Sum(ArrayView<float> weights, ArrayView<float> vector, int start, int depth, int neighbour, int neighbours)
    {
        float first = 0f, second = 0f, third = 0f, fourth = 0f;
        for (var n = 0; n < depth; n++)
        {
            var factor = vector[start + PlaceOf(neighbour, neighbours, n)];
            first += weights[n * Columns] * factor;
            second += weights[n * Columns + 1] * factor;
            third += weights[n * Columns + 2] * factor;
            fourth += weights[n * Columns + 3] * factor;
        }

        return new(first, second, third, fourth);
    }
}
