namespace GpuJazz.Music;

/// <summary>How many of the notes on strong beats belong to the chord that sounds: strong beats are where a line shows its harmony.</summary>
/// <remarks>
/// Strong are the first beat of a bar and, where the bar has an even number of beats above two, the beat in its middle: one and three in 4/4,
/// one in 3/4, one and four in 6/8. A note belongs to the chord if its pitch class is one of the chord's. The chord is the last that
/// has begun when the note starts; of several that began together, all.
/// </remarks>
public static class StrongBeats
{
    /// <summary>The share of chord tones.</summary>
    /// <param name="solo">The solo.</param>
    /// <returns>0 to 1; null if no note starts on a strong beat over a chord.</returns>
    public static double? ChordToneShare(Solo solo)
    {
        var harmony = Progression.Of(solo).Select(chord => (chord.Start, Classes: PitchClassSet.Of(chord.Pitches))).ToArray();
        var strong = Strong(solo.MeasureLength);
        var next = 0;
        var (notes, tones) = (0, 0);
        foreach (var note in solo.Melody.OrderBy(note => note.Start))
        {
            while (next < harmony.Length && harmony[next].Start <= note.Start) next++;
            if (next == 0 || !strong.Contains(note.Start.Twelfths % solo.MeasureLength.Twelfths)) continue;
            notes++;
            if (PitchClassSet.Has(harmony[next - 1].Classes, note.Pitch)) tones++;
        }

        return notes > 0 ? tones / (double)notes : null;
    }

    private static int[] Strong(Beats bar)
    {
        var (beats, _) = Meter.Of(bar);
        return beats > 2 && beats % 2 == 0 ? [0, bar.Twelfths / 2] : [0];
    }
}
