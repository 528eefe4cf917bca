namespace GpuJazz.Music;

/// <summary>A solo and what was done to its tokens.</summary>
/// <param name="Solo">The solo.</param>
/// <param name="Summary">Every drop and move, counted.</param>
public sealed record RealizedSolo(Solo Solo, SoloSummary Summary)
{
    /// <summary>Whether its off-beats are the last third of a beat (played).</summary>
    public bool IsSwung { get; init; }
}

/// <summary>What became of the tokens: every note is counted once by its placement, every drop by its reason.</summary>
/// <remarks>
/// Played: <see cref="Tokens"/> = <see cref="Notes"/> + <see cref="Rests"/>. Original: each of its <see cref="NotesPerSet"/> measures plays
/// the tokens and one more, so (<see cref="Tokens"/> + 1) · sets = <see cref="Notes"/> + <see cref="Rests"/> +
/// <see cref="RepeatsDropped"/> + <see cref="SameStartsDropped"/>. In both <see cref="Notes"/> = <see cref="AsWritten"/> +
/// <see cref="OctaveMoves"/> + <see cref="IntervalMoves"/> + <see cref="TypeChanges"/>.
/// </remarks>
/// <param name="Style">The rules that were used.</param>
/// <param name="Tokens">How many tokens were given.</param>
/// <param name="Measures">How many measures are played: the solo's own, or the original's chord sets.</param>
public sealed record SoloSummary(SoloStyle Style, int Tokens, int Measures)
{
    /// <summary>Notes in the solo.</summary>
    public int Notes => NotesPerSet.Sum();

    /// <summary>Notes in the solo: for each chord set in the original style, else one number.</summary>
    public required IReadOnlyList<int> NotesPerSet { get; init; }

    /// <summary>Rests in the solo.</summary>
    public required int Rests { get; init; }

    /// <summary>How many of the notes have each <see cref="Placement"/>, in the order of its values.</summary>
    public required IReadOnlyList<int> Placements { get; init; }

    /// <summary>Notes with their token's type within their token's interval.</summary>
    public int AsWritten => Placements[(int)Placement.AsWritten];

    /// <summary>Notes moved by octaves.</summary>
    public int OctaveMoves => Placements[(int)Placement.OctaveMoved];

    /// <summary>Notes moved outside their token's interval.</summary>
    public int IntervalMoves => Placements[(int)Placement.OutsideInterval];

    /// <summary>Notes of another type than their token's.</summary>
    public int TypeChanges => Placements[(int)Placement.OtherType];

    /// <summary>Rests longer than a measure, cut at their bar line (played).</summary>
    public int RestsShortened { get; init; }

    /// <summary>Notes that wait, less than a beat, for their place in the beat (played).</summary>
    public int NotesDelayed { get; init; }

    /// <summary>Notes shortened a little because the next one repeats them (played).</summary>
    public int NotesDetached { get; init; }

    /// <summary>Notes dropped because they repeat the first of their pair (original).</summary>
    public int RepeatsDropped { get; init; }

    /// <summary>Notes dropped because they start with the one before (original).</summary>
    public int SameStartsDropped { get; init; }

    /// <summary>One line to print.</summary>
    /// <returns>The counts in words; those that are zero are left out.</returns>
    public override string ToString()
    {
        var style = Style == SoloStyle.Original ? $" ({string.Join(", ", NotesPerSet)} by chord set)" : "";
        var counts = new (int Count, string What)[]
        {
            (OctaveMoves, "moved by octaves"),
            (IntervalMoves, "moved outside their interval"),
            (TypeChanges, "played as another type"),
            (NotesDelayed, "delayed"),
            (NotesDetached, "detached"),
            (RepeatsDropped, "dropped as repeats"),
            (SameStartsDropped, "dropped for starting together"),
            (RestsShortened, RestsShortened == 1 ? "rest shortened" : "rests shortened"),
        };
        return string.Join(", ", counts.Where(entry => entry.Count > 0).Select(entry => $"{entry.Count} {entry.What}").Prepend(
            $"{Counted(Tokens, "token")} over {Counted(Measures, "measure")}: {Counted(Notes, "note")}{style}, {Counted(Rests, "rest")}"));
    }

    /// <summary>The summary of several solos that are the turns of one piece.</summary>
    /// <param name="turns">Their summaries, all of one style; at least one.</param>
    /// <param name="measures">The measures of the piece.</param>
    /// <returns>The sums.</returns>
    internal static SoloSummary Total(IReadOnlyList<SoloSummary> turns, int measures) =>
        new(turns[0].Style, turns.Sum(turn => turn.Tokens), measures)
        {
            NotesPerSet = [turns.Sum(turn => turn.Notes)],
            Rests = turns.Sum(turn => turn.Rests),
            Placements = [.. Enumerable.Range(0, turns[0].Placements.Count).Select(kind => turns.Sum(turn => turn.Placements[kind]))],
            RestsShortened = turns.Sum(turn => turn.RestsShortened),
            NotesDelayed = turns.Sum(turn => turn.NotesDelayed),
            NotesDetached = turns.Sum(turn => turn.NotesDetached),
        };

    internal static IReadOnlyList<int> Tally(IEnumerable<Placement> placements)
    {
        var counts = new int[Enum.GetValues<Placement>().Length];
        foreach (var placement in placements) counts[(int)placement]++;
        return counts;
    }

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
