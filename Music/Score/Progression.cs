namespace GpuJazz.Music;

/// <summary>The chords that a solo is heard over: its harmony where that is known, else what is played, each once however often it is struck.</summary>
internal static class Progression
{
    /// <summary>The changes of chord.</summary>
    /// <param name="solo">The solo.</param>
    /// <returns>
    /// Chords by start, each until the next begins; those that begin together are one, and so are neighbours of the same pitch classes.
    /// </returns>
    public static IReadOnlyList<Chord> Of(Solo solo)
    {
        List<Chord> changes = [];
        foreach (var together in (solo.Harmony.Count > 0 ? solo.Harmony : solo.Chords).GroupBy(chord => chord.Start).OrderBy(group => group.Key))
        {
            int[] pitches = [.. together.SelectMany(chord => chord.Pitches)];
            if (changes.Count == 0 || PitchClassSet.Of(changes[^1].Pitches) != PitchClassSet.Of(pitches))
                changes.Add(new Chord(together.Key, together.Max(chord => chord.Length), pitches));
        }

        return changes;
    }
}
