using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>
/// Four columns of weights that neighbours keep, a part of each column a work-item, and their sums of products with a vector in shared memory.
/// For kernels on CUDA.
/// </summary>
/// <remarks>
/// Of the vector each neighbour takes four numbers in a row and then the next ones take theirs, so that four come with one read, and a warp reads
/// all banks. A work-item has a part of four columns and not all of one, as each number that is read then serves four sums.
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
    /// <param name="weights">[Length / neighbours, 4].</param>
    /// <param name="vector">Shared memory; zeros where there is padding.</param>
    /// <param name="start">Where in it the vector starts, a multiple of 4.</param>
    /// <param name="neighbour">The work-item's place.</param>
    /// <param name="neighbours">How many share a column.</param>
    /// <returns>A part of each sum.</returns>
    public static FourSums Sum(ItemWeights weights, ArrayView<float> vector, int start, int neighbour, int neighbours)
    {
        float first = 0f, second = 0f, third = 0f, fourth = 0f;
        var share = weights.Share;
        for (var n = 0; n < share.Held / Columns; n++)
        {
            var factor = vector[start + PlaceOf(neighbour, neighbours, n)];
            first += weights.Registers[n * Columns] * factor;
            second += weights.Registers[n * Columns + 1] * factor;
            third += weights.Registers[n * Columns + 2] * factor;
            fourth += weights.Registers[n * Columns + 3] * factor;
        }

        if (share.HasOthers)
        {
            for (var n = share.Held / Columns; n < share.Count / Columns; n++)
            {
                var factor = vector[start + PlaceOf(neighbour, neighbours, n)];
                var place = share.PlaceOf(n * Columns);
                first += weights.Others[place] * factor;
                second += weights.Others[place + 1] * factor;
                third += weights.Others[place + 2] * factor;
                fourth += weights.Others[place + 3] * factor;
            }
        }

        return new(first, second, third, fourth);
    }
}
