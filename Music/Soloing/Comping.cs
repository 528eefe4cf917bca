namespace GpuJazz.Music;

/// <summary>Plays the changes under a solo.</summary>
/// <remarks>
/// Each change of chord is struck, and each measure. A chord of two beats or more may be struck again: the Charleston (one, and the "and"
/// of two, short or held), one and three, or just held, as chance has it. Neighbours of the same notes count as one chord, and one of
/// less than half a beat is passed over. The last measure is held to its end.
/// </remarks>
internal static class Comping
{
    private static readonly Beats shortest = new(Beats.PerQuarter / 2);
    private static readonly Beats longEnoughToRepeat = Beats.Quarters(2);

    private static readonly Beats straightAnd = new(Beats.PerQuarter * 3 / 2);
    private static readonly Beats swungAnd = new(Beats.PerQuarter * 5 / 3);

    /// <summary>The chords under a solo.</summary>
    /// <param name="changes">The changes, played from the first measure and repeated.</param>
    /// <param name="measures">How many measures to play.</param>
    /// <param name="isSwung">Whether the "and" is the last third of a beat and not its second half.</param>
    /// <param name="random">Chance.</param>
    /// <returns>Voiced chords by start; none overlaps the next.</returns>
    public static IReadOnlyList<Chord> Play(Changes changes, int measures, bool isSwung, SeededRandom random)
    {
        // When a chord is struck again, from its start, and how long that lasts at most.
        var and = isSwung ? swungAnd : straightAnd;
        (Beats After, Beats Longest)?[] repeats =
            [null, (and, Beats.Quarters(1)), (and, changes.MeasureLength), (Beats.Quarters(2), changes.MeasureLength)];
        List<Chord> played = [];
        for (var measure = 0; measure < measures; measure++)
        {
            var start = changes.MeasureLength * measure;
            foreach (var chord in Merged(changes.HarmonyOf(measure)))
            {
                if (chord.Length < shortest && chord.Start > Beats.Zero) continue;
                var voiced = new Chord(start + chord.Start, chord.Length, Voicing.Of(chord.Pitches, played.LastOrDefault()?.Pitches));
                var again = chord.Length >= longEnoughToRepeat && measure < measures - 1 ? random.Pick(repeats) : null;
                if (again is { } later && later.After < chord.Length)
                {
                    var rest = chord.Length - later.After;
                    played.Add(voiced with { Length = later.After });
                    played.Add(voiced with { Start = voiced.Start + later.After, Length = rest < later.Longest ? rest : later.Longest });
                }
                else
                {
                    played.Add(voiced);
                }
            }
        }

        return played;
    }

    private static List<Chord> Merged(IReadOnlyList<Chord> harmony)
    {
        List<Chord> merged = [];
        foreach (var chord in harmony)
        {
            if (merged.LastOrDefault() is { } last && Classes(chord).SetEquals(Classes(last)))
                merged[^1] = last with { Length = last.Length + chord.Length };
            else
                merged.Add(chord);
        }

        return merged;
    }

    private static HashSet<int> Classes(Chord chord) => [.. chord.Pitches.Select(pitch => pitch % 12)];
}
