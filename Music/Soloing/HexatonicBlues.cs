namespace GpuJazz.Music;

/// <summary>The "weighted" hexatonic blues scale: 0 3 5 7 10 and, with even chance each time, the blue fifth 6.</summary>
internal static class HexatonicBlues
{
    private const int PitchClasses = 12;
    private const int BlueFifth = 6;
    private static readonly int[] sure = [0, 3, 5, 7, 10];

    /// <summary>The scale over a chord.</summary>
    /// <param name="pitches">The chord's MIDI note numbers.</param>
    /// <param name="random">Draws the blue fifth.</param>
    /// <returns>
    /// Five or six pitch classes. The tonic is the one above which the five sure notes hold the most of the chord; of equals the
    /// highest from C to B, as for the other scales.
    /// </returns>
    public static IReadOnlyList<int> Over(IReadOnlyList<int> pitches, SeededRandom random)
    {
        var wanted = pitches.Select(pitch => pitch % PitchClasses).ToHashSet();
        var tonic = Enumerable.Range(0, PitchClasses).Reverse().MaxBy(Held);
        int[] steps = random.Below(2) == 0 ? sure : [.. sure, BlueFifth];
        return [.. steps.Select(step => (tonic + step) % PitchClasses)];

        int Held(int candidate) => sure.Count(step => wanted.Contains((candidate + step) % PitchClasses));
    }
}
