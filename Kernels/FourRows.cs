using ILGPU;
using ILGPU.Algorithms;

namespace GpuJazz.Kernels;

/// <summary>Four rows that a work-item works on at once, or the four places where they start in a buffer.</summary>
/// <param name="First">Of the first.</param>
/// <param name="Second">Of the second.</param>
/// <param name="Third">Of the third.</param>
/// <param name="Fourth">Of the fourth.</param>
public readonly record struct FourRows(int First, int Second, int Third, int Fourth)
{
    /// <summary>How many they are.</summary>
    public const int Count = 4;

    /// <summary>The rows of one tile. Beyond the last row it repeats that one: the same sum is then written twice, and nothing outside is touched.</summary>
    /// <param name="tile">The number of the tile, from 0.</param>
    /// <param name="rows">How many rows there are, at least 1.</param>
    /// <returns>Four rows from 0 to rows − 1.</returns>
    public static FourRows Of(int tile, int rows)
    {
        var first = tile * Count;
        var last = rows - 1;
        return new(first, XMath.Min(first + 1, last), XMath.Min(first + 2, last), XMath.Min(first + 3, last));
    }

    /// <summary>The tiles that rows fall into, the last perhaps not full.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <returns>⌈rows / 4⌉.</returns>
    public static int Tiles(int rows) => (int)(((long)rows + Count - 1) / Count);

    /// <summary>Reads four integers.</summary>
    /// <param name="buffer">A buffer that holds them.</param>
    /// <param name="places">Where in it they stand.</param>
    /// <returns>The four.</returns>
    public static FourRows Load(ArrayView<int> buffer, FourRows places) =>
        new(buffer[places.First], buffer[places.Second], buffer[places.Third], buffer[places.Fourth]);

    /// <summary>Each times a factor: from rows to where they start.</summary>
    /// <param name="factor">The length of a row.</param>
    /// <returns>The four products.</returns>
    public FourRows Times(int factor) => new(First * factor, Second * factor, Third * factor, Fourth * factor);

    /// <summary>Each plus an offset.</summary>
    /// <param name="offset">What is added.</param>
    /// <returns>The four sums.</returns>
    public FourRows Plus(int offset) => new(First + offset, Second + offset, Third + offset, Fourth + offset);
}
