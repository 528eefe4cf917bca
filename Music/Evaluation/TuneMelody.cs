namespace GpuJazz.Music;

/// <summary>Tunes as solos, so that both can be measured alike.</summary>
public static class TuneMelody
{
    /// <summary>A tune's melody over its chords.</summary>
    /// <param name="tune">The tune; it has a measure.</param>
    /// <returns>The melody without its rests, from the start of the first measure; a pick-up is at the end of a measure of full length.</returns>
    public static Solo Of(Tune tune)
    {
        var first = tune.Measures[0];
        var start = first.Length < tune.MeasureLength ? first.Start + first.Length - tune.MeasureLength : first.Start;
        return new Solo(
            [
                .. tune.Measures.SelectMany(measure => measure.Melody).Where(note => !note.IsRest)
                    .Select(note => new Note(note.Start - start, note.Length, note.Pitch!.Value)),
            ],
            [.. tune.Measures.SelectMany(measure => measure.Chords).Select(chord => chord with { Start = chord.Start - start }).OrderBy(chord => chord.Start)],
            tune.MeasureLength,
            tune.BeatsPerMinute);
    }
}
