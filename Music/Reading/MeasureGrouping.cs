namespace GpuJazz.Music;

/// <summary>Deals a melody and chords out to measures.</summary>
public static class MeasureGrouping
{
    /// <summary>Measures of a melody and chords; each thing belongs to the measure in which it starts.</summary>
    /// <remarks>
    /// Nothing carries over the bar line: if a measure's melody begins before its chords, its first chord is moved to its start. A
    /// measure in which no chord starts takes the chord that was last begun before it, or else the tune's first, for its whole length.
    /// </remarks>
    /// <param name="numbers">The numbers of the measures to make, ascending.</param>
    /// <param name="melody">The melody by start.</param>
    /// <param name="chords">At least one chord, in the order in which they were read.</param>
    /// <param name="measureLength">The length of a measure.</param>
    /// <returns>The measures, each with at least one chord.</returns>
    public static IReadOnlyList<Measure> Group(
        IEnumerable<int> numbers, IReadOnlyList<MelodyEvent> melody, IReadOnlyList<Chord> chords, Beats measureLength)
    {
        var melodyOf = melody.ToLookup(element => element.Start.DividedBy(measureLength));
        var chordsOf = chords.ToLookup(chord => chord.Start.DividedBy(measureLength));
        Chord[] byStart = [.. chords.OrderBy(chord => chord.Start)];
        var begun = 0;

        List<Measure> measures = [];
        foreach (var number in numbers)
        {
            var start = measureLength * number;
            while (begun < byStart.Length && byStart[begun].Start < start) begun++;

            MelodyEvent[] melodyHere = [.. melodyOf[number]];
            Chord[] chordsHere = [.. chordsOf[number]];
            if (chordsHere.Length == 0)
                chordsHere = [byStart[Math.Max(0, begun - 1)] with { Start = start, Length = measureLength }];
            else if (melodyHere.Length > 0)
                MoveFirstTo(start, chordsHere, melodyHere[0].Start);
            measures.Add(new Measure(number, start, measureLength, melodyHere, chordsHere));
        }

        return measures;
    }

    // Moves the earliest chord, of several the first read, to the measure's start if it comes after the melody.
    private static void MoveFirstTo(Beats start, Chord[] chords, Beats melodyStart)
    {
        var first = chords.MinBy(chord => chord.Start)!;
        if (melodyStart < first.Start) chords[Array.IndexOf(chords, first)] = first with { Start = start };
    }
}
