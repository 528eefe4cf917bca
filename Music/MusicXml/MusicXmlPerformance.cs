namespace GpuJazz.Music;

/// <summary>A score's measures in the order of playing, each with its time.</summary>
/// <param name="Measures">The measures.</param>
internal sealed record MusicXmlPerformance(IReadOnlyList<PlacedMeasure> Measures)
{
    private const int TicksPerWhole = 4 * MusicXmlToMidi.TicksPerQuarter;

    /// <summary>Plays measures.</summary>
    /// <param name="written">The measures in the order of the page.</param>
    /// <returns>The performance. A short first measure is a pick-up: it ends where the first full measure begins.</returns>
    public static MusicXmlPerformance Of(IReadOnlyList<MusicXmlMeasure> written)
    {
        var meters = Meters(written);
        var placed = new List<PlacedMeasure>();
        var now = 0L;
        foreach (var measure in MusicXmlOrder.Play(written))
        {
            var meter = meters[measure];
            var full = (long)TicksPerWhole * meter.Beats / meter.Unit;
            if (placed.Count == 0 && measure.Content < full) now = full - measure.Content;

            // What a measure lacks is silence, unless it is said to be a part of one; what it has too much it takes.
            var length = placed.Count == 0 || measure.IsImplicit ? measure.Content : Math.Max(full, measure.Content);
            placed.Add(new PlacedMeasure(measure, now, length, meter));
            now += length;
        }

        return new MusicXmlPerformance(placed);
    }

    /// <summary>What each staff plays: its notes by start, tied ones as one.</summary>
    /// <returns>The staves that have notes.</returns>
    public Dictionary<MusicXmlStaff, List<StruckNotes>> Notes()
    {
        var staves = new Dictionary<MusicXmlStaff, List<StruckNotes>>();
        var last = new Dictionary<(MusicXmlStaff, int), int>();
        foreach (var placed in Measures)
        {
            foreach (var note in placed.Measure.Notes.OrderBy(note => note.Start))
            {
                if (!staves.TryGetValue(note.Staff, out var notes)) staves.Add(note.Staff, notes = []);
                var (start, end) = (placed.Start + note.Start, placed.Start + note.Start + note.Length);
                if (note.IsContinued && last.TryGetValue((note.Staff, note.Pitch), out var before) && notes[before].End == start)
                {
                    notes[before] = notes[before] with { End = end };
                    continue;
                }

                last[(note.Staff, note.Pitch)] = notes.Count;
                notes.Add(new StruckNotes(start, end, [note.Pitch]));
            }
        }

        return staves;
    }

    /// <summary>What plays the chord symbols.</summary>
    /// <returns>The chords by start.</returns>
    public IReadOnlyList<StruckNotes> Chords() =>
        ChordTrack.Of(Measures.Select(placed => (
            placed.Start,
            placed.Length,
            (IReadOnlyList<PlacedChord>)[.. placed.Measure.Chords.Where(chord => chord.Start < placed.Length)])));

    // A meter holds until the next on the page, whatever is repeated.
    private static Dictionary<MusicXmlMeasure, (int Beats, int Unit)> Meters(IReadOnlyList<MusicXmlMeasure> written)
    {
        var meter = (4, 4);
        var meters = new Dictionary<MusicXmlMeasure, (int Beats, int Unit)>();
        foreach (var measure in written) meters.Add(measure, meter = measure.Meter ?? meter);
        return meters;
    }
}

/// <summary>A measure as it is played.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Start">When it begins, in ticks.</param>
/// <param name="Length">How long it lasts, in ticks.</param>
/// <param name="Meter">Its meter.</param>
internal sealed record PlacedMeasure(MusicXmlMeasure Measure, long Start, long Length, (int Beats, int Unit) Meter);
