namespace GpuJazz.Music;

/// <summary>How rarely a progression repeats itself: the measure CPI of Wu and Yang (2020).</summary>
/// <remarks>
/// The different successions of three chords, as a share of all successions of three. A chord is its set of pitch classes, whatever its
/// voicing, and a chord that is struck again counts once: the paper's chords are symbols, which have neither. Of a solo over given changes
/// it says something about the changes only.
/// </remarks>
public static class ChordIrregularity
{
    private const int Gram = 3;

    /// <summary>The share.</summary>
    /// <param name="solo">The solo.</param>
    /// <returns>Above 0 to 1; null if there are fewer than three changes of chord.</returns>
    public static double? Of(Solo solo)
    {
        int[] chords = [.. Progression.Of(solo).Select(chord => PitchClassSet.Of(chord.Pitches))];
        var successions = chords.Length - Gram + 1;
        return successions < 1
            ? null
            : Enumerable.Range(0, successions).Select(i => (chords[i], chords[i + 1], chords[i + 2])).Distinct().Count() / (double)successions;
    }
}
