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
    /// <param name="chords">The chords by start.</param>
    /// <returns>Above 0 to 1; null if there are fewer than three chords.</returns>
    public static double? Of(IReadOnlyList<Chord> chords)
    {
        List<int> progression = [];
        foreach (var classes in chords.Select(chord => PitchClassSet.Of(chord.Pitches)))
            if (progression.Count == 0 || progression[^1] != classes) progression.Add(classes);

        var successions = progression.Count - Gram + 1;
        return successions < 1
            ? null
            : Enumerable.Range(0, successions).Select(i => (progression[i], progression[i + 1], progression[i + 2])).Distinct().Count()
                / (double)successions;
    }
}
