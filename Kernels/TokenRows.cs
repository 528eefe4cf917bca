using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>Which rows of a stretch have a token, as bits in shared memory that all work-items of a group set and read. For kernels.</summary>
internal static class TokenRows
{
    /// <summary>The rows of a stretch.</summary>
    public const int Count = 1024;

    /// <summary>The rows of a word.</summary>
    public const int OfWord = 32;

    /// <summary>The words of a stretch.</summary>
    public const int Words = Count / OfWord;

    // The exponent of a float begins at this bit, and stands for powers of two from −127 on.
    private const int ExponentBit = 23;
    private const int ExponentOfOne = 127;

    /// <summary>Finds the rows. All work-items of the group must come, and meet before the words are read.</summary>
    /// <param name="words">[<see cref="Words"/>] of shared memory, written.</param>
    /// <param name="tokens">All rows' tokens.</param>
    /// <param name="first">The first row of the stretch.</param>
    /// <param name="rows">How many rows there are in all.</param>
    /// <param name="token">The token.</param>
    /// <param name="item">The work-item's place in the group.</param>
    /// <param name="items">The work-items of the group.</param>
    public static void Find(ArrayView<uint> words, ArrayView<int> tokens, int first, int rows, int token, int item, int items)
    {
        for (var word = item; word < Words; word += items) words[word] = 0;
        Group.Barrier();
        for (var i = item; i < Count; i += items)
        {
            var row = first + i;
            if (row < rows && tokens[row] == token) Atomic.Or(ref words[i / OfWord], 1u << (i % OfWord));
        }
    }

    /// <summary>The place of the lowest bit that is set.</summary>
    /// <param name="bits">Not 0.</param>
    /// <returns>From 0 to 31.</returns>
    public static int Lowest(uint bits)
    {
        // A power of two is a float without loss, and its place the float's exponent.
        var lowest = bits & (~bits + 1u);
        return (int)(Interop.FloatAsInt((float)lowest) >> ExponentBit) - ExponentOfOne;
    }
}
