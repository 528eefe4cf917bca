namespace GpuJazz.Music;

/// <summary>How many notes a line has in a bar, and which tokens make it denser.</summary>
public static class NoteDensity
{
    /// <summary>Notes a bar of a line as it would be played.</summary>
    /// <param name="tokens">Its tokens, as the tokeniser writes them.</param>
    /// <param name="measure">The length of a bar.</param>
    /// <returns>Notes a bar; 0 for no tokens.</returns>
    /// <exception cref="MusicException">A token can't be read.</exception>
    public static double Of(IEnumerable<string> tokens, Beats measure)
    {
        var layout = TokenLayout.Of([.. tokens], measure);
        return layout.End == Beats.Zero ? 0 : layout.Notes.Count * measure.InQuarters / layout.End.InQuarters;
    }

    /// <summary>How much a token makes a line denser than a density: the notes that it has, less those that its time should have.</summary>
    /// <remarks>
    /// Of all ways to make a density likelier the one that changes least else is to multiply each token's probability by a power of
    /// the exponential of this.
    /// </remarks>
    /// <param name="text">The token.</param>
    /// <param name="density">Notes a bar.</param>
    /// <param name="measure">The length of a bar; a rest ends with its bar at the latest.</param>
    /// <returns>At most 1; negative where the token makes a line thinner.</returns>
    /// <exception cref="MusicException">The token can't be read.</exception>
    public static double Lean(string text, double density, Beats measure)
    {
        var (isRest, duration) = (TokenText.IsRest(text), TokenText.DurationOf(text));
        var length = isRest && duration > measure ? measure : duration;
        return (isRest ? 0 : 1) - (density * length.InQuarters / measure.InQuarters);
    }
}
