namespace GpuJazz.Music;

/// <summary>The parts of a file with what each plays and how much it is like a melody.</summary>
/// <param name="Parts">The parts; at least one.</param>
/// <param name="Profiles">What each plays; null for drums.</param>
/// <param name="Judgements">How much each is like a melody; null for drums.</param>
internal sealed record JudgedParts(
    IReadOnlyList<MidiPart> Parts, IReadOnlyList<PartProfile?> Profiles, IReadOnlyList<MelodyJudgement?> Judgements)
{
    /// <summary>Judges parts.</summary>
    public static JudgedParts Of(IReadOnlyList<MidiPart> parts, Opening opening)
    {
        var measures = PartProfile.MeasuresWithOnsets(parts.Where(part => !part.IsDrums), opening);
        var onTop = TopShare.Of(parts, opening.TicksPerQuarter);
        PartProfile?[] profiles = [.. parts.Select(part => part.IsDrums ? null : PartProfile.Of(part, opening, measures, onTop[part.Index]))];
        return new JudgedParts(
            parts, profiles, [.. parts.Select(part => profiles[part.Index] is { } profile ? MelodyJudgement.Of(profile, part.Name) : null)]);
    }

    /// <summary>The parts to show, without their notes.</summary>
    /// <param name="roleOf">What each was taken for.</param>
    public IReadOnlyList<Part> Describe(Func<MidiPart, PartRole> roleOf) => [.. Parts.Select(part => part.Describe(roleOf(part)) with
    {
        Judgement = (Profiles[part.Index], Judgements[part.Index]) is ({ } profile, { } judgement)
            ? new PartJudgement(judgement.Score, profile.OnsetsPerBeat, profile.Together, profile.Coverage, judgement.Reasons)
            : null,
    })];
}
