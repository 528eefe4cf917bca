namespace GpuJazz.Music;

/// <summary>A tune as it is played: repeats written out, ties joined, eighths swung, chords sounding in every bar.</summary>
/// <param name="Melody">The notes by start, in ticks from the start of the first measure.</param>
/// <param name="Chords">The chords by start, in ticks; struck again at every bar line.</param>
/// <param name="BarLength">The length of a measure in ticks.</param>
internal sealed record AbcPerformance(IReadOnlyList<StruckNotes> Melody, IReadOnlyList<StruckNotes> Chords, long BarLength)
{
    /// <summary>Plays a tune.</summary>
    /// <param name="tune">The tune as it is written.</param>
    /// <param name="name">The tune's name for errors.</param>
    /// <returns>The notes and chords.</returns>
    /// <exception cref="MusicException">A bar has the wrong length; the message names it.</exception>
    public static AbcPerformance Of(AbcTune tune, string name)
    {
        var barLength = tune.Header.BarLength;
        var bars = Repeats.Play(tune.Bars);
        var starts = AbcBarStarts.Of(bars, tune.Header);
        var melody = Melodies(bars, starts);
        if (tune.Header.Swings) melody = AbcSwing.Apply(melody, tune.Header, name);
        return new AbcPerformance(melody, ChordTrack.Of(bars.Zip(starts, (bar, start) => (start, bar.Length, bar.Chords))), barLength);
    }

    // A tied note and the notes it leads to are one.
    private static List<StruckNotes> Melodies(IReadOnlyList<AbcBar> bars, IReadOnlyList<long> starts)
    {
        var notes = new List<StruckNotes>();
        var open = new Dictionary<int, int>();
        foreach (var (bar, barStart) in bars.Zip(starts))
        {
            foreach (var note in bar.Notes)
            {
                var start = barStart + note.Start;
                if (open.Remove(note.Pitch, out var before) && notes[before].End == start)
                {
                    notes[before] = notes[before] with { End = start + note.Length };
                }
                else
                {
                    before = notes.Count;
                    notes.Add(new StruckNotes(start, start + note.Length, [note.Pitch]));
                }

                if (note.Tied) open[note.Pitch] = before;
            }
        }

        return notes;
    }
}
