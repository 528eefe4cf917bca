namespace GpuJazz.Music;

/// <summary>The original's rounding of durations to sixteenth notes.</summary>
internal static class GrammarPruning
{
    /// <summary>
    /// Rounds every duration, of rests too: with even chance down to a multiple of a quarter beat, or to that and a quarter beat more.
    /// </summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="random">Draws down or up.</param>
    /// <returns>The tokens with their new durations, from 0 on.</returns>
    public static IReadOnlyList<Token> Prune(IEnumerable<Token> tokens, SeededRandom random) =>
        [.. tokens.Select(token => token with { Duration = Down(token.Duration) + Beats.Sixteenth * random.Below(2) })];

    private static Beats Down(Beats length) => Beats.Sixteenth * length.DividedBy(Beats.Sixteenth);
}
