namespace GpuJazz.Music;

/// <summary>Hears the key of chord changes.</summary>
/// <remarks>
/// As <see cref="KeyFinder"/> hears it in their notes, each as long as its chord counts; but notes alone do not tell a key from its dominant
/// well, so the chord that changes begin with speaks for its key, and so does the last, unless it is a seventh chord that leads back.
/// </remarks>
public static class ChangesKey
{
    private const int PitchClasses = 12;
    private const double Opening = 0.3;
    private const double Closing = 0.3;

    /// <summary>The key that changes are heard in.</summary>
    /// <param name="changes">The changes.</param>
    /// <returns>The key.</returns>
    public static Key Of(Changes changes)
    {
        Chord[] harmony = [.. changes.MergedHarmony(changes.Measures.Count)];
        var lengths = new double[PitchClasses];
        foreach (var chord in harmony)
            foreach (var pitchClass in chord.Pitches.Select(pitch => pitch % PitchClasses).Distinct()) lengths[pitchClass] += chord.Length.InQuarters;

        var (opens, closes) = (KeyOf(harmony[0]), KeyOf(harmony[^1]));
        return KeyFinder.All(lengths)
            .MaxBy(found => found.Correlation + (found.Key == opens.Key ? Opening : 0) + (found.Key == closes.Key && !closes.LeadsOn ? Closing : 0)).Key;
    }

    // The key of which a chord is the first degree, and whether it is a seventh chord, which leads to another.
    private static (Key Key, bool LeadsOn) KeyOf(Chord chord)
    {
        var root = ChordSymbol.Naming([.. chord.Pitches])?.Root ?? chord.Pitches.Min() % PitchClasses;
        bool Has(int interval) => chord.Pitches.Any(pitch => (pitch - root + PitchClasses) % PitchClasses == interval);
        var hasMajorThird = Has(4);
        return (new Key(root, Has(3) && !hasMajorThird), hasMajorThird && Has(10));
    }
}
