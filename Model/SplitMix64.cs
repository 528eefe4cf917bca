namespace GpuJazz.Model;

/// <summary>A small random generator with named streams: a seed and a name give the same draws whatever else is drawn.</summary>
/// <remarks>
/// G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. A stream starts at a hash
/// (FNV-1a) of its name mixed with the seed.
/// </remarks>
public sealed class SplitMix64
{
    private const ulong Gamma = 0x9e3779b97f4a7c15;
    private ulong state;

    /// <summary>A stream at its beginning.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="stream">What the numbers are for, such as the name of a tensor.</param>
    public SplitMix64(int seed, string stream)
    {
        var hash = 0xcbf29ce484222325;
        foreach (var letter in stream) hash = (hash ^ letter) * 0x100000001b3;
        state = Mix(Mix((ulong)seed + Gamma) ^ hash);
    }

    /// <summary>The next draw.</summary>
    /// <returns>64 random bits.</returns>
    public ulong NextUInt64() => Mix(state += Gamma);

    /// <summary>A whole number below a bound; no number is likelier than another by more than bound / 2^64.</summary>
    /// <param name="bound">How many numbers there are to choose from; at least 1.</param>
    /// <returns>0 to bound − 1.</returns>
    public int NextBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        return (int)Math.BigMul(NextUInt64(), (ulong)bound, out _);
    }

    /// <summary>A uniform number.</summary>
    /// <returns>At least 0 and below 1, in steps of 2^−53.</returns>
    public double NextUniform() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A standard normal number, by the method of Box and Muller.</summary>
    /// <returns>A number with mean 0 and variance 1.</returns>
    public double NextNormal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextUniform()));
        return radius * Math.Cos(2 * Math.PI * NextUniform());
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
