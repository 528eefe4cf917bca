namespace GpuJazz.Music;

/// <summary>Turns tokens into a solo over chord changes.</summary>
public static class SoloRealizer
{
    private const double SlowestTempo = 20;
    private const double FastestTempo = 400;

    /// <summary>Realises tokens in the style that the settings name.</summary>
    /// <param name="tokens">Tokens as the tokeniser writes them, all of one kind, in order; may be empty.</param>
    /// <param name="changes">What they are played over.</param>
    /// <param name="settings">Style, seed and tempo.</param>
    /// <returns>The solo, and what was done to its tokens. The same arguments give the same solo, on any machine.</returns>
    /// <exception cref="MusicException">A token can't be read or the style has no use for it, or the tempo or the swing is out of range.</exception>
    public static RealizedSolo Realize(IReadOnlyList<string> tokens, Changes changes, SoloSettings settings)
    {
        if (settings.BeatsPerMinute is not (>= SlowestTempo and <= FastestTempo))
        {
            throw new MusicException(
                $"a tempo of {settings.BeatsPerMinute} beats a minute can't be played; give one from {SlowestTempo} to {FastestTempo}");
        }

        if (settings.Swing is { Ratio: not (>= Swing.Even and <= Swing.Hardest) } swing)
            throw new MusicException($"a swing of {swing.Ratio} can't be played; give one from {Swing.Even} to {Swing.Hardest}");

        if (tokens.Any(TokenText.IsAbsolute))
        {
            return settings.Style == SoloStyle.Played
                ? PlayedStyle.Realize([.. tokens.Select(AbsoluteToken.Parse)], changes, settings)
                : throw new MusicException("the original style has no words for pitches and places; play such tokens in the played style");
        }

        Token[] parsed = [.. tokens.Select(Token.Parse)];
        return settings.Style == SoloStyle.Original
            ? OriginalStyle.Realize(parsed, changes, settings)
            : PlayedStyle.Realize(parsed, changes, settings);
    }

    /// <summary>Whether tokens last for all the measures that the settings ask for, or more are needed.</summary>
    /// <param name="tokens">Tokens as the tokeniser writes them, in order.</param>
    /// <param name="changes">What they are to be played over.</param>
    /// <param name="settings">How many measures to fill; true without a number.</param>
    /// <returns>Whether they do.</returns>
    public static bool Fills(IReadOnlyList<string> tokens, Changes changes, SoloSettings settings) =>
        PlayedStyle.Fills(tokens, changes, settings);
}
