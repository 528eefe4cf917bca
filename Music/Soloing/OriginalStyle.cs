namespace GpuJazz.Music;

/// <summary>Tokens to a solo as the published programs did it, flaws and all.</summary>
/// <remarks>
/// A third of the tune's measures, without the first of them, are chord sets; over each, all the tokens are played anew, after a chord
/// tone of a sixteenth note that is put before them. A set begins one measure after the one before it although its notes last longer,
/// so sets overlap.
/// </remarks>
internal static class OriginalStyle
{
    private static readonly Token leading = new(ToneType.Chord, Beats.Sixteenth);

    /// <summary>Realises tokens.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="settings">Seed and tempo.</param>
    /// <returns>The solo and its summary.</returns>
    public static RealizedSolo Realize(IReadOnlyList<Token> tokens, Changes changes, SoloSettings settings)
    {
        var random = new SeededRandom(settings.Seed, RandomPurpose.Line);
        List<Note> melody = [];
        List<Chord> chords = [];
        List<Placement> placements = [];
        List<int> notesPerSet = [];
        int rests = 0, repeats = 0, sameStarts = 0;
        foreach (var measure in ChordSets(changes.Measures.Count))
        {
            var start = changes.MeasureLength * notesPerSet.Count;
            var realization = new OriginalRealization(changes.Measures[measure], random);
            var elements = realization.Realize(GrammarPruning.Prune(tokens.Prepend(leading), random));
            var different = NotePruning.DropRepeats(elements);
            var clean = NotePruning.CleanUp(different);
            repeats += elements.Count - different.Count;
            sameStarts += different.Count - clean.Count;

            var notes = clean.Where(element => element.Pitch is not null).ToArray();
            rests += clean.Count - notes.Length;
            notesPerSet.Add(notes.Length);
            placements.AddRange(notes.Select(note => note.Placement));
            melody.AddRange(notes.Select(note => new Note(start + note.Start, note.Length, note.Pitch!.Value)));
            chords.AddRange(realization.Chords.Select(chord => chord with { Start = start + chord.Start }));
        }

        SoloSummary summary = new(SoloStyle.Original, tokens.Count, notesPerSet.Count)
        {
            NotesPerSet = notesPerSet,
            Rests = rests,
            Placements = SoloSummary.Tally(placements),
            RepeatsDropped = repeats,
            SameStartsDropped = sameStarts,
        };
        Note[] sortedMelody = [.. melody.OrderBy(note => note.Start)];
        Chord[] sortedChords = [.. chords.OrderBy(chord => chord.Start)];
        return new RealizedSolo(new Solo(sortedMelody, sortedChords, changes.MeasureLength, settings.BeatsPerMinute), summary);
    }

    // 18 measures: int(18 / 3) = 6, so 1 to 5. A tune too short for that has one set: its second measure, or its only one.
    private static IEnumerable<int> ChordSets(int measures) =>
        measures < 6 ? [Math.Min(1, measures - 1)] : Enumerable.Range(1, measures / 3 - 1);
}
