namespace GpuJazz.Music;

/// <summary>Who plays what: the part with the melody, and those with the harmony.</summary>
/// <param name="Melody">The part that has the melody, alone or as its upper voice.</param>
/// <param name="MelodyIsUpperVoice">Whether the melody is the upper voice of its part, and the rest of it harmony.</param>
/// <param name="Chords">The parts that play the harmony above the bass; empty if it is inferred from bass and melody alone.</param>
/// <param name="Bass">The part that plays the bass, or null.</param>
internal sealed record Ensemble(MidiPart Melody, bool MelodyIsUpperVoice, IReadOnlyList<MidiPart> Chords, MidiPart? Bass)
{
    // A melody that is let run together or has a few double stops is still a line; beyond this there are voices to be parted.
    private const double LargestTogether = 0.1;

    // A median below G3 or so, one note at a time.
    private const int HighestBassMedian = 54;

    // Two notes at once on average, or half the time together: chords, or a chord's notes one after another with a pedal.
    private const double FewestNotesAtOnce = 1.8;
    private const double LeastTogether = 0.5;

    // A part that plays now and then is no accompaniment.
    private const double LeastCoverage = 0.15;

    /// <summary>Whether the harmony is in parts that play chords, and not inferred from lines.</summary>
    public bool HasChordParts { get; private init; }

    /// <summary>Finds out who plays what.</summary>
    /// <param name="judged">All parts.</param>
    /// <param name="options">Parts that were named.</param>
    /// <exception cref="MusicException">There are only drums, or a part that was named is not there.</exception>
    public static Ensemble Of(JudgedParts judged, ReadingOptions options)
    {
        var (parts, profiles, judgements) = judged;
        MidiPart[] pitched = [.. parts.Where(part => profiles[part.Index] is not null)];
        if (pitched.Length == 0) throw new MusicException("none of its parts has notes that are not drums; name a file with a melody");

        var namedChords = Named(options.Chords, "--chords", parts, profiles);
        var melody = Named(options.Melody, "--melody", parts, profiles) ?? MostMelodic(pitched, judgements, namedChords);
        var isUpper = melody == namedChords || profiles[melody.Index]!.Together > LargestTogether;
        if (namedChords is not null) return new Ensemble(melody, isUpper, [namedChords], null) { HasChordParts = true };

        MidiPart[] others = [.. pitched.Where(part => part != melody)];
        var bass = others
            .Where(part => profiles[part.Index] is { MedianPitch: <= HighestBassMedian, Together: < LeastTogether })
            .MaxBy(part => profiles[part.Index]!.Coverage);
        MidiPart[] chords = [.. others.Where(part => part != bass && PlaysChords(profiles[part.Index]!))];
        return chords.Length > 0
            ? new Ensemble(melody, isUpper, chords, bass) { HasChordParts = true }
            : new Ensemble(melody, isUpper, [.. others.Where(part => part != bass)], bass);
    }

    /// <summary>What a part was taken for.</summary>
    public PartRole RoleOf(MidiPart part) =>
        part == Melody && MelodyIsUpperVoice && (Chords.Contains(part) || Chords.Count == 0) ? PartRole.MelodyAndChords
        : part == Melody ? PartRole.Melody
        : part == Bass ? PartRole.Bass
        : Chords.Contains(part) ? PartRole.Chords : PartRole.None;

    /// <summary>In words, after "melody from …".</summary>
    /// <returns>One line.</returns>
    public override string ToString()
    {
        var melody = MelodyIsUpperVoice ? $"melody from the upper voice of {Melody}" : $"melody from {Melody}";
        string[] others = [.. Chords.Where(part => part != Melody).Select(part => part.ToString())];
        var source = (HasChordParts, others.Length, Bass) switch
        {
            (true, 0, _) => "chords from the rest of it",
            (true, _, null) => $"chords from {Listed(others)}",
            (true, _, { } bass) => $"chords from {Listed(others)} over the bass of {bass}",
            (false, 0, null) => MelodyIsUpperVoice ? "chords from the rest of it" : "chords inferred from the melody alone",
            (false, 0, { } bass) => $"chords inferred from it and the bass of {bass}",
            (false, _, null) => $"chords inferred from {Listed(others)}",
            (false, _, { } bass) => $"chords inferred from {Listed(others)} and the bass of {bass}",
        };
        return $"{melody}, {source}";
    }

    // The chords of a file with one other part need not be what only that part could play.
    private static MidiPart MostMelodic(MidiPart[] pitched, IReadOnlyList<MelodyJudgement?> judgements, MidiPart? chords)
    {
        MidiPart[] candidates = [.. pitched.Where(part => part != chords)];
        return (candidates.Length > 0 ? candidates : pitched).MaxBy(part => judgements[part.Index]!.Score)!;
    }

    private static MidiPart? Named(int? index, string option, IReadOnlyList<MidiPart> parts, IReadOnlyList<PartProfile?> profiles)
    {
        if (index is not { } number) return null;
        if (number >= parts.Count) throw new MusicException($"{option} {number} names no part: there are {parts.Count}, from 0; `inspect` lists them");
        return profiles[number] is not null ? parts[number] : throw new MusicException($"{option} {number} names a part of drums; `inspect` lists the others");
    }

    private static bool PlaysChords(PartProfile profile) =>
        profile.Coverage >= LeastCoverage && (profile.NotesPerOnset >= FewestNotesAtOnce || profile.Together >= LeastTogether);

    private static string Listed(string[] names) => names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
