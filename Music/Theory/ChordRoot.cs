namespace GpuJazz.Music;

/// <summary>Finds the root of a chord from its letters, by stacked thirds as far as they go.</summary>
public static class ChordRoot
{
    // Letter steps above a root, from a third up in thirds: third, fifth, seventh, ninth (2), eleventh (4), thirteenth (6).
    private static readonly int[] stepsInThirds = [2, 4, 6, 1, 3, 5];

    // 1/6, 1/7 … 1/11 in units of 1/27720, their least common denominator: what each of those steps counts for.
    private static readonly int[] weights = [4620, 3960, 3465, 3080, 2772, 2520];

    /// <summary>The root of a chord.</summary>
    /// <remarks>
    /// The pitch above which all the others stack in thirds. If every pitch is such a one (a single letter, or all seven) the lowest
    /// of them; if none is, the pitch with the most and the lowest thirds of the stack above it, and of equals the first.
    /// </remarks>
    /// <param name="pitches">At least one, in the order in which they were read; of each letter only the first counts.</param>
    /// <returns>One of the pitches.</returns>
    public static SpelledPitch Of(IEnumerable<SpelledPitch> pitches)
    {
        var kept = pitches.DistinctBy(pitch => pitch.Letter).ToArray();
        var letters = kept.Select(pitch => pitch.Letter).ToHashSet();

        var stacked = kept.Where(pitch => stepsInThirds.Take(kept.Length - 1).All(step => HasAbove(pitch, step, letters))).ToArray();
        return stacked.Length > 0 ? stacked.MinBy(pitch => pitch.Midi) : kept.MaxBy(pitch => Score(pitch, letters));
    }

    private static int Score(SpelledPitch pitch, HashSet<int> letters) =>
        stepsInThirds.Zip(weights, (step, weight) => HasAbove(pitch, step, letters) ? weight : 0).Sum();

    private static bool HasAbove(SpelledPitch pitch, int step, HashSet<int> letters) => letters.Contains((pitch.Letter + step) % 7);
}
