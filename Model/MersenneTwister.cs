namespace GpuJazz.Model;

/// <summary>The generator MT19937, which NumPy's legacy functions use; with it the published training windows are drawn again.</summary>
/// <remarks>
/// M. Matsumoto and T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform pseudo-random number
/// generator", ACM TOMACS 8(1), 1998; seeded as in their 2002 reference code (init_genrand).
/// </remarks>
public sealed class MersenneTwister
{
    private const int N = 624;
    private const int M = 397;
    private readonly uint[] state = new uint[N];
    private int next = N;

    /// <summary>A generator at its beginning.</summary>
    /// <param name="seed">Any number; the same seed gives the same draws.</param>
    public MersenneTwister(uint seed)
    {
        state[0] = seed;
        for (var i = 1; i < N; i++) state[i] = (1812433253u * (state[i - 1] ^ (state[i - 1] >> 30))) + (uint)i;
    }

    /// <summary>The next draw.</summary>
    /// <returns>32 random bits.</returns>
    public uint NextUInt32()
    {
        if (next == N) Twist();
        var y = state[next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680u;
        y ^= (y << 15) & 0xefc60000u;
        return y ^ (y >> 18);
    }

    /// <summary>A whole number below a bound, as NumPy's legacy <c>randint(0, bound)</c> draws it.</summary>
    /// <remarks>
    /// A draw is masked to the smallest 2^k − 1 that holds bound − 1, and drawn again while above bound − 1, so every number is
    /// equally likely. A bound of 1 uses no draw.
    /// </remarks>
    /// <param name="bound">How many numbers there are to choose from; at least 1.</param>
    /// <returns>0 to bound − 1.</returns>
    public int NextBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var highest = (uint)bound - 1;
        if (highest == 0) return 0;
        var mask = uint.MaxValue >> System.Numerics.BitOperations.LeadingZeroCount(highest);
        uint drawn;
        do drawn = NextUInt32() & mask;
        while (drawn > highest);
        return (int)drawn;
    }

    private void Twist()
    {
        for (var i = 0; i < N; i++)
        {
            var y = (state[i] & 0x80000000u) | (state[(i + 1) % N] & 0x7fffffffu);
            state[i] = state[(i + M) % N] ^ (y >> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0dfu);
        }

        next = 0;
    }
}
