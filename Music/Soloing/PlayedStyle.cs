namespace GpuJazz.Music;

/// <summary>Tokens to a solo as a player would do it.</summary>
/// <remarks>
/// Tokens follow each other in time, as <see cref="Pulse"/> keeps it, over the changes, which repeat; each note fits the chord that sounds
/// at its start. The last
/// note is held to the end of the measure in which its token ends; the solo ends with that measure, or with that of a rest after it. Where
/// the settings name a number of measures, what does not fit in them is left out.
/// </remarks>
internal static class PlayedStyle
{
    private static readonly Beats gap = new(1);

    /// <summary>Realises tokens.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="settings">Seed and tempo.</param>
    /// <returns>The solo and its summary.</returns>
    public static RealizedSolo Realize(IReadOnlyList<Token> tokens, Changes changes, SoloSettings settings)
    {
        var layout = Swung(TokenLayout.Of(tokens, changes.MeasureLength, Limit(changes, settings)), settings);
        var slots = Slots(layout, tokens, changes, settings.Register);
        var pitches = LineSearch.Find(slots, settings.Register, new SeededRandom(settings.Seed, RandomPurpose.Line), settings.After);
        return Play(layout, pitches, changes, settings);
    }

    /// <summary>Realises tokens that name pitches: those are played, in the settings' register, whatever the chord is.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="settings">Seed and tempo.</param>
    /// <returns>The solo and its summary.</returns>
    public static RealizedSolo Realize(IReadOnlyList<AbsoluteToken> tokens, Changes changes, SoloSettings settings)
    {
        var layout = Swung(AbsoluteLayout.Of(tokens, changes.MeasureLength, Limit(changes, settings)), settings);
        return Play(layout, SungLine.In(layout.Notes.Select(note => tokens[note.Number].Pitch!.Value), settings.Register), changes, settings);
    }

    /// <summary>Whether tokens last as long as the settings ask for.</summary>
    /// <param name="tokens">Tokens as the tokeniser writes them.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="settings">How many measures.</param>
    public static bool Fills(IReadOnlyList<string> tokens, Changes changes, SoloSettings settings) =>
        Limit(changes, settings) is not { } end || TokenLayout.Of(tokens, changes.MeasureLength, end).End >= end;

    private static RealizedSolo Play(
        TokenLayout layout, IReadOnlyList<(int Pitch, Placement Placement)> pitches, Changes changes, SoloSettings settings)
    {
        var measures = settings.Bars ?? MeasuresTo(layout.End, changes.MeasureLength);
        Note[] line = [.. layout.Notes.Zip(pitches, (note, choice) => new Note(note.Start, note.Length, choice.Pitch))];
        Note[] melody = [.. Dynamics.Shape(line, new SeededRandom(settings.Seed, RandomPurpose.Dynamics))];
        var detached = Detach(melody);
        if (melody.Length > 0) melody[^1] = Held(melody[^1], changes.MeasureLength);

        var band = RhythmSection.Play(changes, measures, layout.Pulse.IsSwung, settings.Accompaniment, settings.Seed);
        Solo solo = new(melody, band.Chords, changes.MeasureLength, settings.BeatsPerMinute)
        {
            Bass = band.Bass,
            Drums = band.Drums,
            Harmony = [.. changes.MergedHarmony(measures)],
            Swing = layout.Pulse.IsSwung ? settings.Swing ?? Swing.AsWritten : Swing.AsWritten,
        };
        SoloSummary summary = new(SoloStyle.Played, layout.Notes.Count + layout.Rests, measures)
        {
            NotesPerSet = [melody.Length],
            Rests = layout.Rests,
            Placements = SoloSummary.Tally(pitches.Select(choice => choice.Placement)),
            RestsShortened = layout.RestsShortened,
            NotesDelayed = layout.NotesDelayed,
            NotesDetached = detached,
        };
        return new RealizedSolo(solo, summary) { IsSwung = layout.Pulse.IsSwung };
    }

    private static Beats? Limit(Changes changes, SoloSettings settings) => settings.Bars is { } bars ? changes.MeasureLength * bars : null;

    // Even eighths of a straight line become swung ones only where the settings ask for it.
    private static TokenLayout Swung(TokenLayout layout, SoloSettings settings) =>
        settings.Swing is { Ratio: > Swing.Even } ? layout.Swung() : layout;

    private static List<LineSlot> Slots(TokenLayout layout, IReadOnlyList<Token> tokens, Changes changes, Register register)
    {
        List<LineSlot> slots = [];
        (int Measure, Chord? Chord) current = (-1, null);
        IReadOnlyList<Chord> harmony = [];
        ChordTones? tones = null;
        foreach (var (number, start, _) in layout.Notes)
        {
            var token = tokens[number];
            var measure = start.DividedBy(changes.MeasureLength);
            if (measure != current.Measure) harmony = changes.HarmonyOf(measure);
            var chord = harmony.Last(chord => chord.Start <= start - changes.MeasureLength * measure);
            var isNew = current != (measure, chord);
            if (isNew || tones is null) tones = new ChordTones(chord, register);
            slots.Add(new LineSlot(token.Type, token.Down?.Semitones, token.Up?.Semitones, tones, isNew));
            current = (measure, chord);
        }

        return slots;
    }

    // A note that the next one repeats is let go a little early, so that two are heard.
    private static int Detach(Note[] melody)
    {
        var detached = 0;
        for (var i = 0; i + 1 < melody.Length; i++)
        {
            if (melody[i].Pitch != melody[i + 1].Pitch || melody[i].End != melody[i + 1].Start || melody[i].Length <= gap) continue;
            melody[i] = melody[i] with { Length = melody[i].Length - gap };
            detached++;
        }

        return detached;
    }

    private static Note Held(Note last, Beats measure) => last with { Length = measure * MeasuresTo(last.End, measure) - last.Start };

    // How many measures it takes to hold a time.
    private static int MeasuresTo(Beats end, Beats measure) => (end + measure - new Beats(1)).DividedBy(measure);
}
