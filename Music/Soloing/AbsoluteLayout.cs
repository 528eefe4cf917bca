namespace GpuJazz.Music;

/// <summary>Tokens of pitches and places laid out in time.</summary>
/// <remarks>
/// A token begins where the one before it ends if that is its place in the bar; else the line waits for that place: in this bar if it is
/// still to come, in the next if it is over. So a place ahead is a gap, and no token is left out or moved within its bar.
/// </remarks>
internal static class AbsoluteLayout
{
    /// <summary>Lays tokens out.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="measure">The length of a measure.</param>
    /// <param name="limit">As for <see cref="TokenLayout.Of(IReadOnlyList{Token}, Beats, Beats?)"/>.</param>
    /// <returns>The layout; no note counts as delayed, as each is where its token says.</returns>
    /// <exception cref="MusicException">They last longer than any music that is read.</exception>
    public static TokenLayout Of(IReadOnlyList<AbsoluteToken> tokens, Beats measure, Beats? limit = null)
    {
        List<PlacedToken> notes = [];
        var time = Beats.Zero;
        int rests = 0, shortened = 0;
        for (var i = 0; i < tokens.Count && !(time >= limit); i++)
        {
            var token = tokens[i];
            var start = StartOf(token, time, measure);
            if (start >= limit)
            {
                time = start;
                break;
            }

            var length = LengthOf(token, measure);
            if (token.Pitch is not null) notes.Add(new PlacedToken(i, start, length));
            else rests++;
            if (length < token.Duration) shortened++;
            time = start + length;
            TokenLayout.RequirePlayable(time);
        }

        return TokenLayout.Cut(notes, rests, shortened, 0, PulseOf(tokens), time, limit);
    }

    /// <summary>When a token begins.</summary>
    /// <param name="token">The token. In measures shorter than its own, a place beyond the end is one in the next.</param>
    /// <param name="now">When the token before it ends; not negative.</param>
    /// <param name="measure">The length of a measure.</param>
    /// <returns>The time, less than a measure later.</returns>
    public static Beats StartOf(AbsoluteToken token, Beats now, Beats measure) =>
        now + new Beats(SpelledPitch.FloorModulo(token.Position.Twelfths - now.Twelfths, measure.Twelfths));

    /// <summary>How long a token lasts.</summary>
    /// <param name="token">The token.</param>
    /// <param name="measure">The length of a measure.</param>
    /// <returns>Its duration; a rest longer than a measure loses its whole measures, so that it ends at the same place in a bar.</returns>
    public static Beats LengthOf(AbsoluteToken token, Beats measure) => token.Pitch is null && token.Duration > measure
        ? new Beats(((token.Duration.Twelfths - 1) % measure.Twelfths) + 1)
        : token.Duration;

    private static Pulse PulseOf(IEnumerable<AbsoluteToken> tokens) =>
        Pulse.Of(tokens.Where(token => token.Pitch is not null).Select(token => token.Duration));
}
