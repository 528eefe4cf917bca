namespace GpuJazz.Music;

/// <summary>What a part plays, in the numbers by which a melody is told from chords and a bass.</summary>
/// <param name="Onsets">How many times something is struck: notes within a sixteenth of a beat count as one.</param>
/// <param name="NotesPerOnset">How many notes are struck at once, on average.</param>
/// <param name="OnsetsPerBeat">How often something is struck, in the measures in which the part plays.</param>
/// <param name="Together">The share of its sounding time in which two or more notes sound, 0 to 1.</param>
/// <param name="Coverage">The share of the file's measures with notes in which it strikes something, 0 to 1.</param>
/// <param name="MedianPitch">The median of its highest notes at each onset, a MIDI note number.</param>
/// <param name="Steps">The share of the intervals between those notes that are no unison and at most two semitones, 0 to 1.</param>
/// <param name="Repeats">The share that are unisons, 0 to 1.</param>
/// <param name="OnTop">The share of its onsets over which nothing higher sounds in any part, 0 to 1.</param>
internal sealed record PartProfile(
    int Onsets, double NotesPerOnset, double OnsetsPerBeat, double Together, double Coverage, int MedianPitch, double Steps, double Repeats,
    double OnTop)
{
    private const int LargestStep = 2;

    /// <summary>The profile of a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="opening">Division and measure.</param>
    /// <param name="measures">How many measures of the file have notes that are no drums.</param>
    /// <param name="onTop">As <see cref="OnTop"/>.</param>
    public static PartProfile Of(MidiPart part, Opening opening, int measures, double onTop)
    {
        var onsets = OnsetGroup.Of(part.Notes, opening.TicksPerQuarter);
        var tops = onsets.Select(onset => onset.Notes[0].Pitch).ToArray();
        var active = MeasuresWithOnsets([part], opening);
        var intervals = tops.Zip(tops.Skip(1), (pitch, next) => Math.Abs(next - pitch)).ToArray();
        return new PartProfile(
            onsets.Count,
            (double)part.Notes.Count / onsets.Count,
            onsets.Count / (active * opening.MeasureLength.InQuarters),
            TogetherShare(part.Notes, opening.TicksPerQuarter),
            Math.Min(1, (double)active / Math.Max(1, measures)),
            tops.Order().ElementAt(tops.Length / 2),
            Share(intervals, interval => interval is > 0 and <= LargestStep),
            Share(intervals, interval => interval == 0),
            onTop);
    }

    /// <summary>How many measures of the opening's length something is struck in.</summary>
    public static int MeasuresWithOnsets(IEnumerable<MidiPart> parts, Opening opening)
    {
        var ticks = opening.MeasureLength.InQuarters * opening.TicksPerQuarter;
        return parts.SelectMany(part => part.Notes).Select(note => Math.Floor(note.On / ticks)).Distinct().Count();
    }

    private static double Share(int[] values, Func<int, bool> isWanted) =>
        values.Length == 0 ? 0 : (double)values.Count(isWanted) / values.Length;

    // Players let notes run into the next: the last eighth of a beat of a note, at most a quarter of it, doesn't count.
    private static double TogetherShare(IReadOnlyList<MidiNote> notes, int ticksPerQuarter)
    {
        (long Time, int Change)[] changes =
        [
            .. notes.Where(note => note.Off > note.On)
                .SelectMany(note => new[]
                {
                    (note.On, 1), (note.Off - Math.Min(ticksPerQuarter / 8, (note.Off - note.On) / 4), -1),
                })
                .OrderBy(change => change.Item1).ThenBy(change => change.Item2),
        ];
        long sounding = 0, together = 0;
        var count = 0;
        for (var i = 0; i + 1 < changes.Length; i++)
        {
            count += changes[i].Change;
            var length = changes[i + 1].Time - changes[i].Time;
            if (count > 0) sounding += length;
            if (count > 1) together += length;
        }

        return sounding == 0 ? 0 : (double)together / sounding;
    }
}
