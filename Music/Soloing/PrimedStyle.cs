namespace GpuJazz.Music;

/// <summary>Puts together a piece in which a primer and a solo follow each other, with one band under both.</summary>
public static class PrimedStyle
{
    /// <summary>Realises one turn of the soloist, as it would be played alone.</summary>
    /// <param name="tokens">The tokens; those that the turn has no room for are left out.</param>
    /// <param name="turn">Where it is.</param>
    /// <param name="plan">The piece.</param>
    /// <param name="settings">How it is played.</param>
    /// <param name="after">The pitch of the note before it, or null at the start.</param>
    /// <returns>The turn without a band, from its own start; its summary tells how many tokens it took.</returns>
    /// <exception cref="MusicException">As <see cref="SoloRealizer.Realize"/>.</exception>
    public static RealizedSolo RealizeTurn(IReadOnlyList<string> tokens, Turn turn, TurnPlan plan, SoloSettings settings, int? after) =>
        SoloRealizer.Realize(tokens, plan.Changes.From(turn.Start), settings with { Bars = turn.Bars, Accompaniment = Accompaniment.None, After = after });

    /// <summary>Puts the turns together.</summary>
    /// <param name="primer">The primer.</param>
    /// <param name="plan">The piece.</param>
    /// <param name="solos">What <see cref="RealizeTurn"/> made of each of the soloist's turns, in order.</param>
    /// <param name="settings">How it is played.</param>
    /// <returns>The piece, and what was done to the tokens of all turns; its measures are all, its notes the soloist's.</returns>
    public static RealizedSolo Join(Primer primer, TurnPlan plan, IReadOnlyList<RealizedSolo> solos, SoloSettings settings)
    {
        var measure = plan.Changes.MeasureLength;
        List<Note> melody = [];
        var next = 0;
        foreach (var turn in plan.Turns)
        {
            var start = measure * turn.Start;
            melody.AddRange(turn.PrimerBar is { } bar
                ? Played(primer, measure * bar, measure * turn.Bars!.Value, settings, new SeededRandom(unchecked(settings.Seed + bar), RandomPurpose.Dynamics))
                    .Select(note => note with { Start = note.Start + start })
                : solos[next++].Solo.Melody.Select(note => note with { Start = note.Start + start }));
        }

        var measures = plan.Turns[^1].Start + solos[^1].Summary.Measures;
        var isSwung = settings.Swing is { Ratio: > Swing.Even } || solos.Any(solo => solo.IsSwung);
        var band = RhythmSection.Play(plan.Changes, measures, isSwung, settings.Accompaniment, settings.Seed);
        Solo whole = new(melody, band.Chords, measure, settings.BeatsPerMinute)
        {
            Bass = band.Bass,
            Drums = band.Drums,
            Harmony = [.. plan.Changes.MergedHarmony(measures)],
            Swing = isSwung ? settings.Swing ?? Swing.AsWritten : Swing.AsWritten,
        };
        return new RealizedSolo(whole, SoloSummary.Total([.. solos.Select(solo => solo.Summary)], measures)) { IsSwung = isSwung };
    }

    // A note that is held beyond its turn ends with it.
    private static IReadOnlyList<Note> Played(Primer primer, Beats from, Beats length, SoloSettings settings, SeededRandom random)
    {
        var isWritten = settings.Swing is { Ratio: > Swing.Even } && primer.Swing is not null;
        var notes = primer.Between(from, from + length).Where(element => !element.Event.IsRest).Select(element =>
        {
            var (start, end) = (element.Event.Start - from, element.Event.End - from);
            if (isWritten) (start, end) = (Swing.Written(start), Swing.Written(end));
            if (end > length) end = length;
            return new Note(start, end > start ? end - start : new Beats(1), element.Event.Pitch!.Value);
        });
        return Dynamics.Shape([.. notes], random);
    }
}
