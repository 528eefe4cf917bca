namespace GpuJazz.Music;

/// <summary>A melody that a solo goes on from, or answers.</summary>
/// <remarks>Times count from the start of its first bar; a pick-up is at the end of a bar of full length.</remarks>
/// <param name="Name">The name to print.</param>
/// <param name="Melody">Its notes and rests by start, each with its token: of those that are relative to chords, the one over the primer's own.</param>
/// <param name="End">When its last measure ends.</param>
/// <param name="Changes">Its own chords, from the first full measure on.</param>
public sealed record Primer(string Name, IReadOnlyList<(MelodyEvent Event, string Token)> Melody, Beats End, Changes Changes)
{
    /// <summary>Whether the first bar is a pick-up, before the first of the changes.</summary>
    public bool HasPickUp { get; init; }

    /// <summary>How its straightened notes swing; null where they are as they are to be played.</summary>
    public Swing? Swing { get; init; }

    /// <summary>A tune's melody.</summary>
    /// <param name="tune">The tune; it has a measure.</param>
    /// <param name="kind">Which tokens it is heard as.</param>
    /// <returns>The primer.</returns>
    /// <exception cref="MusicException">A measure of the tune has no chord.</exception>
    public static Primer Of(Tune tune, TokenKind kind = TokenKind.DeepJazz)
    {
        var (first, last) = (tune.Measures[0], tune.Measures[^1]);
        var start = first.Length < tune.MeasureLength ? first.Start + first.Length - tune.MeasureLength : first.Start;
        var melody = tune.Measures.SelectMany(measure => measure.Melody).Zip(
            Tokenizer.Tokens(tune, kind).SelectMany(tokens => tokens), (element, token) => (element with { Start = element.Start - start }, token));
        return new Primer(tune.Name, [.. melody], last.Start + last.Length - start, Changes.Of(tune))
        {
            HasPickUp = tune.PickUp > Beats.Zero && tune.Measures.Count > 1,
            Swing = tune.SwingRatio > Music.Swing.Even ? new Swing(Math.Min(tune.SwingRatio, Music.Swing.Hardest)) : null,
        };
    }

    /// <summary>How many bars of some length it takes.</summary>
    /// <param name="measure">The length of a bar.</param>
    /// <returns>At least 1.</returns>
    public int Bars(Beats measure) => (End + measure - new Beats(1)).DividedBy(measure);

    /// <summary>The part of it that begins in some bars.</summary>
    /// <param name="from">Where they begin.</param>
    /// <param name="until">Where they end.</param>
    /// <returns>Its notes and rests, with their tokens.</returns>
    public IEnumerable<(MelodyEvent Event, string Token)> Between(Beats from, Beats until) =>
        Melody.Where(element => element.Event.Start >= from && element.Event.Start < until);
}
