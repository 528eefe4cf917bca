namespace GpuJazz.Music;

/// <summary>
/// Random numbers that depend on a seed alone: the same on every machine and every version of .NET, which System.Random does not promise.
/// </summary>
/// <remarks>SplitMix64: a counter stepped by the golden ratio and mixed (Steele, Lea and Flood, OOPSLA 2014).</remarks>
public sealed class SeededRandom
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong counter;

    /// <summary>A sequence of numbers.</summary>
    /// <param name="seed">Any number; each gives its own sequence.</param>
    /// <param name="purpose">What the numbers are for: the same seed gives each purpose a sequence of its own.</param>
    public SeededRandom(int seed, RandomPurpose purpose) => counter = Mixed((uint)seed + Step) ^ Mixed(((ulong)purpose << 32) + Step);

    /// <summary>The next 64 random bits.</summary>
    /// <returns>Any value, each as likely.</returns>
    public ulong NextBits() => Mixed(counter += Step);

    /// <summary>A random whole number.</summary>
    /// <param name="limit">One more than the largest; at least 1.</param>
    /// <returns>From 0 to <paramref name="limit"/> − 1.</returns>
    public int Below(int limit) => (int)Math.BigMul(NextBits(), (ulong)limit, out _);

    /// <summary>A random fraction.</summary>
    /// <returns>At least 0, less than 1, in steps of 2⁻⁵³.</returns>
    public double Fraction() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>One of several, each as likely.</summary>
    /// <param name="choices">At least one.</param>
    /// <returns>The one drawn.</returns>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    private static ulong Mixed(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}

/// <summary>What random numbers are drawn for.</summary>
public enum RandomPurpose
{
    /// <summary>The choice of pitches, and all of the original style.</summary>
    Line,

    /// <summary>The rhythm of the chords.</summary>
    Comping,

    /// <summary>How loud each note is.</summary>
    Dynamics,

    /// <summary>The noise in the sound of drums.</summary>
    Drums,

    /// <summary>The notes of the bass.</summary>
    Bass,

    /// <summary>What the drummer adds to the pattern.</summary>
    RideCymbal,
}
