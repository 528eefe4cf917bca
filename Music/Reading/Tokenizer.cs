namespace GpuJazz.Music;

/// <summary>Turns a tune into tokens.</summary>
public static class Tokenizer
{
    /// <summary>The tokens of a tune, as deepjazz told it.</summary>
    /// <param name="tune">The tune.</param>
    /// <returns>As <see cref="Tokens(Tune, TokenKind)"/>.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Tokens(Tune tune) => Tokens(tune, TokenKind.DeepJazz);

    /// <summary>The tokens of a tune.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="kind">Which words it is told in.</param>
    /// <returns>A list for each measure, in order, with a token for each element of its melody; empty where that is silent.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Tokens(Tune tune, TokenKind kind) => kind == TokenKind.Absolute
        ? [.. AbsoluteTokenizer.Tokens(tune).Select(measure => measure.Select(token => token.ToString()).ToArray())]
        : [.. tune.Measures.Select(measure => Tokens(measure).Select(token => token.ToString()).ToArray())];

    /// <summary>The tokens of a measure.</summary>
    /// <remarks>
    /// Intervals are measured from the last note of the same measure: its first note has no bracket, and a rest never has one.
    /// </remarks>
    /// <param name="measure">The measure.</param>
    /// <returns>A token for each element of its melody.</returns>
    public static IReadOnlyList<Token> Tokens(Measure measure)
    {
        List<Token> tokens = [];
        SpelledPitch? previous = null;
        foreach (var element in measure.Melody)
        {
            if (element.Pitch is not { } midi)
            {
                tokens.Add(new Token(ToneType.Rest, element.Length));
                continue;
            }

            var pitch = SpelledPitch.OfMidi(midi);
            var type = ChordAnalysis.Of(ChordAt(element.Start, measure).Pitches).TypeOf(midi);
            tokens.Add(previous is { } from
                ? WithBracket(type, element.Length, Interval.Between(from, pitch))
                : new Token(type, element.Length));
            previous = pitch;
        }

        return tokens;
    }

    private static Token WithBracket(ToneType type, Beats length, Interval interval) =>
        new(type, length, interval + Interval.MinorThird, interval - Interval.MinorThird);

    /// <summary>The chord that counts at a time: the last that has begun, of several the last read; before all of them the measure's first.</summary>
    /// <param name="time">From the start of the tune.</param>
    /// <param name="measure">The measure.</param>
    /// <returns>One of its chords.</returns>
    internal static Chord ChordAt(Beats time, Measure measure) =>
        measure.Chords.OrderBy(chord => chord.Start).LastOrDefault(chord => chord.Start <= time)
        ?? measure.Chords.MinBy(chord => chord.Start)!;
}
