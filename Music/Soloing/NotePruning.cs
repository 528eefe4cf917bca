namespace GpuJazz.Music;

/// <summary>The original's last two passes over the elements of a chord set.</summary>
internal static class NotePruning
{
    /// <summary>In the pairs first and second, third and fourth … drops a second that is a note and repeats the first's pitch.</summary>
    /// <param name="elements">Notes and rests by start.</param>
    /// <returns>What is left.</returns>
    public static IReadOnlyList<OriginalElement> DropRepeats(IReadOnlyList<OriginalElement> elements) =>
        [.. elements.Where((element, i) => i % 2 == 0 || element.Pitch is null || element.Pitch != elements[i - 1].Pitch)];

    /// <summary>Gives a length of 0 a sixteenth note, and drops a note that starts where the element before it starts.</summary>
    /// <param name="elements">Notes and rests by start.</param>
    /// <returns>What is left.</returns>
    public static IReadOnlyList<OriginalElement> CleanUp(IReadOnlyList<OriginalElement> elements) =>
    [
        .. elements.Where((element, i) => i == 0 || element.Pitch is null || element.Start != elements[i - 1].Start)
            .Select(element => element.Length == Beats.Zero ? element with { Length = Beats.Sixteenth } : element),
    ];
}
