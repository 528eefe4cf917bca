namespace GpuJazz.Music;

/// <summary>Tunes as solos, so that both can be measured alike.</summary>
public static class TuneMelody
{
    /// <summary>A tune's melody over its chords, from the start of its first measure.</summary>
    /// <param name="tune">The tune; it has a measure.</param>
    /// <returns>The melody without its rests.</returns>
    public static Solo Of(Tune tune)
    {
        var start = StartOf(tune);
        return new Solo(
            [
                .. tune.Measures.SelectMany(measure => measure.Melody).Where(note => !note.IsRest)
                    .Select(note => new Note(note.Start - start, note.Length, note.Pitch!.Value)),
            ],
            [.. tune.Measures.SelectMany(measure => measure.Chords).Select(chord => chord with { Start = chord.Start - start }).OrderBy(chord => chord.Start)],
            tune.MeasureLength,
            tune.BeatsPerMinute);
    }

    /// <summary>When the first measure begins, from the start of the file.</summary>
    public static Beats StartOf(Tune tune) => tune.Measures[0].Start;
}
