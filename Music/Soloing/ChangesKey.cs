namespace GpuJazz.Music;

/// <summary>The key that changes are in, where nobody says it.</summary>
public static class ChangesKey
{
    /// <summary>Finds the key of changes by how long each pitch class sounds in their chords.</summary>
    /// <param name="changes">The changes.</param>
    /// <returns>What <see cref="KeyFinder"/> finds, with each pitch class of a chord as long as the chord.</returns>
    public static Key Of(Changes changes)
    {
        var lengths = new double[12];
        for (var measure = 0; measure < changes.Measures.Count; measure++)
        {
            foreach (var chord in changes.HarmonyOf(measure))
                foreach (var pitchClass in chord.Pitches.Select(pitch => pitch % 12).Distinct()) lengths[pitchClass] += chord.Length.InQuarters;
        }

        return KeyFinder.Find(lengths).Key;
    }
}
