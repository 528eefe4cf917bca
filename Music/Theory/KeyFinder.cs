namespace GpuJazz.Music;

/// <summary>Finds the key of music from how long each pitch class sounds, by the Krumhansl–Schmuckler algorithm.</summary>
/// <remarks>
/// The lengths are correlated with the profiles that Krumhansl and Kessler measured with listeners (1982), turned to each of the twelve
/// tonics; the best of the 24 correlations is the key. From C. L. Krumhansl, Cognitive Foundations of Musical Pitch, 1990, chapter 4.
/// </remarks>
public static class KeyFinder
{
    private static readonly double[] major = [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88];
    private static readonly double[] minor = [6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17];

    /// <summary>The key of some music.</summary>
    /// <param name="lengths">For each of the 12 pitch classes how long it sounds, in any unit.</param>
    /// <returns>
    /// The key and the correlation, from 0 (no relation) to 1. Of keys with the same correlation the first, major before minor; C major
    /// if nothing sounds.
    /// </returns>
    public static (Key Key, double Correlation) Find(IReadOnlyList<double> lengths)
    {
        var keys = Enumerable.Range(0, 24).Select(number => new Key(number % 12, number >= 12));
        return keys
            .Select(key => (Key: key, Correlation: Correlation(lengths, key.IsMinor ? minor : major, key.Tonic)))
            .MaxBy(found => found.Correlation);
    }

    // Pearson's; 0 where all lengths are the same.
    private static double Correlation(IReadOnlyList<double> lengths, double[] profile, int tonic)
    {
        var (meanLength, meanProfile) = (lengths.Average(), profile.Average());
        double product = 0, lengthSquares = 0, profileSquares = 0;
        for (var pitchClass = 0; pitchClass < 12; pitchClass++)
        {
            var length = lengths[pitchClass] - meanLength;
            var weight = profile[(pitchClass - tonic + 12) % 12] - meanProfile;
            product += length * weight;
            lengthSquares += length * length;
            profileSquares += weight * weight;
        }

        return lengthSquares == 0 ? 0 : product / Math.Sqrt(lengthSquares * profileSquares);
    }
}
