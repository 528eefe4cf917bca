namespace GpuJazz.Kernels;

/// <summary>Philox4x32-10, the counter-based random numbers of Salmon et al. (SC 2011).</summary>
/// <remarks>
/// A number depends on its key and counter alone: no state is handed on, so that a solo is the same in any batch and on any
/// number of work-items.
/// </remarks>
public static class Philox
{
    private const int Rounds = 10;
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;

    /// <summary>The first of the four words that belong to a key and a counter.</summary>
    /// <param name="key0">The key's low word.</param>
    /// <param name="key1">The key's high word.</param>
    /// <param name="c0">The counter's lowest word.</param>
    /// <param name="c1">Its second word.</param>
    /// <param name="c2">Its third word.</param>
    /// <param name="c3">Its highest word.</param>
    /// <returns>32 random bits.</returns>
    public static uint Word(uint key0, uint key1, uint c0, uint c1, uint c2, uint c3)
    {
        for (var round = 0; round < Rounds; round++)
        {
            uint first = c0, third = c2;
            c0 = High(Multiplier1, third) ^ c1 ^ key0;
            c1 = Multiplier1 * third;
            c2 = High(Multiplier0, first) ^ c3 ^ key1;
            c3 = Multiplier0 * first;
            key0 += Weyl0;
            key1 += Weyl1;
        }

        return c0;
    }

    /// <summary>The upper 32 bits of a product, in halves of 16 bits: vectors have no lanes of 64 bits.</summary>
    private static uint High(uint a, uint b)
    {
        uint aHigh = a >> 16, aLow = a & 0xFFFF, bHigh = b >> 16, bLow = b & 0xFFFF;
        uint upper = aHigh * bLow, lower = aLow * bHigh;
        var carried = (aLow * bLow >> 16) + (upper & 0xFFFF) + (lower & 0xFFFF);
        return aHigh * bHigh + (upper >> 16) + (lower >> 16) + (carried >> 16);
    }

    /// <summary>A uniform number, from the upper 24 bits of a word: each value is exact in single precision.</summary>
    /// <param name="seed">The key.</param>
    /// <param name="step">The counter.</param>
    /// <returns>At least 0 and less than 1.</returns>
    public static float Uniform(uint seed, int step) => Uniform(Word(seed, 0, (uint)step, 0, 0, 0));

    /// <summary>A uniform number of a word.</summary>
    /// <param name="word">32 random bits.</param>
    /// <returns>At least 0 and less than 1.</returns>
    public static float Uniform(uint word) => (int)(word >> 8) * (1f / (1 << 24));
}
