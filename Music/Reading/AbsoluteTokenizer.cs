namespace GpuJazz.Music;

/// <summary>Turns a tune into tokens of pitches and places.</summary>
internal static class AbsoluteTokenizer
{
    /// <summary>The tokens of a tune.</summary>
    /// <remarks>
    /// A melody is one line here: what would last into the next note is told as ending with it, for a line that goes on from its tokens goes
    /// on where they end. The bar of a pick-up is told as the end of a full one.
    /// </remarks>
    /// <param name="tune">The tune.</param>
    /// <returns>A list for each measure, in order, with a token for each element of its melody.</returns>
    public static IReadOnlyList<IReadOnlyList<AbsoluteToken>> Tokens(Tune tune)
    {
        var melody = tune.Measures.SelectMany(measure => measure.Melody).ToArray();
        var next = 0;
        return
        [
            .. tune.Measures.Select((measure, number) =>
            {
                var missing = number == 0 && measure.Length < tune.MeasureLength ? tune.MeasureLength - measure.Length : Beats.Zero;
                return measure.Melody.Select(element =>
                {
                    var length = ++next < melody.Length ? Until(melody[next].Start, element) : element.Length;
                    return new AbsoluteToken(element.Pitch, length, element.Start - measure.Start + missing);
                }).ToArray();
            }),
        ];
    }

    // Of two that begin together the second has to wait: what is told is no line.
    private static Beats Until(Beats start, MelodyEvent element) =>
        start > element.Start && start < element.End ? start - element.Start : element.Length;
}
