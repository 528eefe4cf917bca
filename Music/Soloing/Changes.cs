namespace GpuJazz.Music;

/// <summary>The chord changes of a tune: what a solo is played over.</summary>
/// <param name="Measures">
/// For each measure, at least one, its chords, at least one, in the order in which they were read; starts count from the start of their
/// measure.
/// </param>
/// <param name="MeasureLength">The length of a measure; greater than zero.</param>
/// <exception cref="MusicException">A measure, chord, pitch or length is missing or out of range.</exception>
public sealed record Changes(IReadOnlyList<IReadOnlyList<Chord>> Measures, Beats MeasureLength)
{
    /// <summary>For each measure its chords; starts count from the start of their measure.</summary>
    public IReadOnlyList<IReadOnlyList<Chord>> Measures { get; } = Checked(Measures, MeasureLength);

    /// <summary>The length of a measure.</summary>
    public Beats MeasureLength { get; } = MeasureLength;

    /// <summary>The changes of a tune.</summary>
    /// <param name="tune">The tune.</param>
    /// <returns>
    /// Its chords by measure, all of one length: a pick-up is left out, the last chord of a shorter measure is held, and a longer measure
    /// is cut.
    /// </returns>
    /// <exception cref="MusicException">The tune has no measures, or one without a chord.</exception>
    public static Changes Of(Tune tune) => new(
        [.. tune.Measures.Skip(tune.PickUp > Beats.Zero && tune.Measures.Count > 1 ? 1 : 0).Select(measure => Relative(measure, tune.MeasureLength))],
        tune.MeasureLength);

    /// <summary>Reads what <see cref="ToJson"/> writes.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The changes.</returns>
    /// <exception cref="MusicException">The text is not such a text.</exception>
    public static Changes FromJson(string json) => ChangesJson.Read(json);

    /// <summary>The same changes in another key.</summary>
    /// <param name="semitones">How much higher, in either direction; the nearer way is taken.</param>
    /// <returns>Changes whose pitches lie up to a tritone higher or lower; at the ends of MIDI's range an octave off.</returns>
    public Changes Transposed(int semitones)
    {
        const int octave = 12, tritone = 6;
        var nearer = SpelledPitch.FloorModulo(semitones + tritone - 1, octave) - (tritone - 1);
        return new Changes(
            [.. Measures.Select(measure => measure.Select(chord => chord with { Pitches = [.. chord.Pitches.Select(Moved)] }).ToArray())], MeasureLength);

        int Moved(int pitch) => pitch + nearer < 0 ? pitch + nearer + octave : pitch + nearer > 127 ? pitch + nearer - octave : pitch + nearer;
    }

    /// <summary>Compact text, kept with a model: <c>{"measure":48,"chords":[[[0,18,53,56,61]]]}</c>.</summary>
    /// <remarks>All times in twelfths of a beat; for each measure, for each chord: start, length, MIDI note numbers.</remarks>
    /// <returns>One line of JSON.</returns>
    public string ToJson() => ChangesJson.Write(this);

    /// <summary>The harmony of a measure: which chord counts when.</summary>
    /// <remarks>
    /// The chord at a time is the last that has begun, of chords that begin together the last read; before any has begun it is the
    /// first. Nothing carries over a bar line. This is how tokens were made, so it is how they are played.
    /// </remarks>
    /// <param name="measure">The number of the measure, from 0; past the last the changes repeat.</param>
    /// <returns>Chords by start, the first at the measure's start, each lasting until the next or the end of the measure.</returns>
    public IReadOnlyList<Chord> HarmonyOf(int measure)
    {
        var chords = Measures[measure % Measures.Count].OrderBy(chord => chord.Start).ToArray();
        chords[0] = chords[0] with { Start = Beats.Zero };
        var heads = chords.GroupBy(chord => chord.Start).Select(group => group.Last()).ToArray();
        var ends = heads.Skip(1).Select(chord => chord.Start).Append(MeasureLength);
        return [.. heads.Zip(ends, (chord, end) => chord with { Length = end - chord.Start })];
    }

    /// <summary>The harmony of a measure as it is played: neighbours of the same notes, in whatever octaves, are one chord.</summary>
    /// <param name="measure">The number of the measure, from 0; past the last the changes repeat.</param>
    /// <returns>As <see cref="HarmonyOf"/>.</returns>
    internal IReadOnlyList<Chord> MergedHarmonyOf(int measure)
    {
        List<Chord> merged = [];
        foreach (var chord in HarmonyOf(measure))
        {
            if (merged.LastOrDefault() is { } last && Classes(chord).SetEquals(Classes(last)))
                merged[^1] = last with { Length = last.Length + chord.Length };
            else
                merged.Add(chord);
        }

        return merged;
    }

    /// <summary>The harmony of measures from the first on, as <see cref="MergedHarmonyOf"/>, but starts count from the first measure.</summary>
    /// <param name="measures">How many.</param>
    internal IEnumerable<Chord> MergedHarmony(int measures) => Enumerable.Range(0, measures)
        .SelectMany(measure => MergedHarmonyOf(measure).Select(chord => chord with { Start = MeasureLength * measure + chord.Start }));

    private static HashSet<int> Classes(Chord chord) => [.. chord.Pitches.Select(pitch => pitch % 12)];

    private static Chord[] Relative(Measure measure, Beats length) =>
        [.. measure.Chords
            .Select(chord => chord with { Start = chord.Start - measure.Start })
            .Where(chord => chord.Start < length || measure.Length <= length)];

    private static IReadOnlyList<IReadOnlyList<Chord>> Checked(IReadOnlyList<IReadOnlyList<Chord>> measures, Beats length)
    {
        if (length <= Beats.Zero) throw Wrong("a measure has no length");
        if (measures.Count == 0) throw Wrong("there are no measures");
        for (var i = 0; i < measures.Count; i++)
        {
            if (measures[i].Count == 0) throw Wrong($"measure {i + 1} has no chord");
            foreach (var chord in measures[i])
            {
                if (chord.Start < Beats.Zero || chord.Start >= length) throw Wrong($"a chord of measure {i + 1} starts outside it");
                if (chord.Length <= Beats.Zero) throw Wrong($"a chord of measure {i + 1} has no length");
                if (chord.Pitches.Count == 0) throw Wrong($"a chord of measure {i + 1} has no pitches");
                if (chord.Pitches.Any(pitch => pitch is < 0 or > 127)) throw Wrong($"measure {i + 1} has a pitch outside 0 to 127");
            }
        }

        return measures;
    }

    private static MusicException Wrong(string what) =>
        new($"the chord changes can't be played over: {what}; give a tune with a chord in every measure");
}
