namespace GpuJazz.Music;

/// <summary>A beat for a bass player to fill.</summary>
/// <param name="Start">When it begins, from the first measure.</param>
/// <param name="Length">A quarter, or what the measure leaves of one; in the last measure as long as the chord.</param>
/// <param name="Harmony">What the chord's notes are.</param>
/// <param name="Bass">The pitch class of the chord's lowest note.</param>
/// <param name="IsStrong">Whether it is the first beat of the measure, or an odd one (1, 3 …) with another after it.</param>
/// <param name="IsChange">Whether it is the chord's first.</param>
/// <param name="IsReturn">Whether the same chord sounded in the measure before, so that its lowest note need not come again.</param>
/// <param name="IsLastMeasure">Whether the music ends here.</param>
internal sealed record BassBeat(
    Beats Start, Beats Length, ChordAnalysis Harmony, int Bass, bool IsStrong, bool IsChange, bool IsReturn, bool IsLastMeasure)
{
    private const int PitchClasses = 12;

    private static readonly Beats quarter = Beats.Quarters(1);

    /// <summary>The beats of the measures.</summary>
    /// <param name="changes">The changes, played from the first measure and repeated.</param>
    /// <param name="measures">How many.</param>
    public static IReadOnlyList<BassBeat> Of(Changes changes, int measures)
    {
        List<BassBeat> beats = [];
        Dictionary<string, ChordAnalysis> known = [];
        var sounding = "";
        for (var measure = 0; measure < measures; measure++)
        {
            var isLast = measure == measures - 1;
            var start = changes.MeasureLength * measure;
            var chords = changes.MergedHarmonyOf(measure);
            var spans = isLast ? chords.Select(chord => (chord.Start, chord.Length)) : Quarters(changes.MeasureLength);
            foreach (var (time, length) in spans)
            {
                var chord = chords.Last(chord => chord.Start <= time);
                var name = string.Join(' ', chord.Pitches);
                if (!known.TryGetValue(name, out var harmony)) known.Add(name, harmony = ChordAnalysis.Of(chord.Pitches));
                var isOdd = time.DividedBy(quarter) % 2 == 0 && time + quarter < changes.MeasureLength;
                beats.Add(new BassBeat(
                    start + time, length, harmony, chord.Pitches.Min() % PitchClasses,
                    IsStrong: isOdd || time == Beats.Zero,
                    IsChange: name != sounding || time == Beats.Zero,
                    IsReturn: name == sounding,
                    IsLastMeasure: isLast));
                sounding = name;
            }
        }

        return beats;
    }

    private static IEnumerable<(Beats Start, Beats Length)> Quarters(Beats measure)
    {
        for (var time = Beats.Zero; time < measure; time += quarter)
            yield return (time, measure - time < quarter ? measure - time : quarter);
    }
}
