namespace GpuJazz.Music;

/// <summary>How evenly a melody uses the twelve pitch classes within a few bars: the measure H of Wu and Yang (2020).</summary>
/// <remarks>
/// Of every stretch of n bars, starting at each bar, the entropy −Σ p·log₂ p of its notes' pitch classes, each note counted once; then the
/// mean. 0 where a single pitch class is played, log₂ 12 = 3.58 where all are played as often. Low values in four bars mean a clear key.
/// </remarks>
public static class PitchClassEntropy
{
    /// <summary>The mean entropy.</summary>
    /// <param name="bars">The notes by bar.</param>
    /// <param name="window">n; a solo of fewer bars is one stretch.</param>
    /// <returns>Bits; null if there are no notes. Stretches without notes are left out.</returns>
    public static double? Of(IReadOnlyList<IReadOnlyList<Note>> bars, int window)
    {
        var length = Math.Min(window, bars.Count);
        return Enumerable.Range(0, bars.Count - length + 1)
            .Select(first => bars.Skip(first).Take(length).SelectMany(bar => bar).CountBy(note => note.Pitch % 12).Select(pair => pair.Value).ToArray())
            .Where(counts => counts.Length > 0)
            .Average(counts => (double?)Entropy(counts));
    }

    private static double Entropy(int[] counts)
    {
        var total = (double)counts.Sum();
        return counts.Sum(count => count / total * Math.Log2(total / count));
    }
}
