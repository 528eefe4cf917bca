namespace GpuJazz.Music;

/// <summary>Finds, for a token that a vocabulary may not have, the token of it that is most like it.</summary>
public sealed class NearestToken
{
    // What a difference counts for, in the size of a doubled length.
    private const double OtherType = 0.5;
    private const double EachSemitone = 0.2;
    private const double OtherBracket = 0.5;
    private const double EachBeatAway = 1;

    private readonly Vocabulary vocabulary;
    private readonly int[] known;

    /// <summary>Prepares a vocabulary.</summary>
    /// <param name="vocabulary">The vocabulary; what stands in it for unknown tokens is like none.</param>
    public NearestToken(Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        known = [.. Enumerable.Range(0, vocabulary.Count).Where(index => index != vocabulary.UnknownIndex)];
    }

    /// <summary>The token that is most like another.</summary>
    /// <param name="text">The other, as the tokeniser writes it.</param>
    /// <returns>
    /// Its own number if it is in the vocabulary; else that of a token of its kind that sounds if it does, of about the length and, as its
    /// kind tells, the step and the type or the pitch and the place; of equals the first. −1 if it is a rest in a vocabulary without rests,
    /// or a note in one without notes.
    /// </returns>
    /// <exception cref="MusicException">The text is no token, or one of the vocabulary's is none of its kind.</exception>
    public int IndexOf(string text)
    {
        if (vocabulary.IndexOf(text) is >= 0 and var own && own != vocabulary.UnknownIndex) return own;
        var distance = TokenText.IsAbsolute(text) ? DistanceTo(AbsoluteToken.Parse(text)) : DistanceTo(Token.Parse(text));
        return known.Where(index => TokenText.IsRest(vocabulary[index]) == TokenText.IsRest(text))
            .DefaultIfEmpty(-1)
            .MinBy(index => index < 0 ? 0 : distance(vocabulary[index]));
    }

    private static Func<string, double> DistanceTo(Token one) => text =>
    {
        var other = Token.Parse(text);
        var types = one.Type == other.Type ? 0 : OtherType;
        var steps = (StepOf(one), StepOf(other)) switch
        {
            ({ } step, { } otherStep) => EachSemitone * Math.Abs(step - otherStep),
            (null, null) => 0,
            _ => OtherBracket,
        };
        return Lengths(one.Duration, other.Duration) + types + steps;
    };

    private static Func<string, double> DistanceTo(AbsoluteToken one) => text =>
    {
        var other = AbsoluteToken.Parse(text);
        var pitches = EachSemitone * Math.Abs((one.Pitch ?? 0) - (other.Pitch ?? 0));
        return Lengths(one.Duration, other.Duration) + pitches + (EachBeatAway * Math.Abs((one.Position - other.Position).InQuarters));
    };

    private static double Lengths(Beats one, Beats other) => Math.Abs(Math.Log2(one.Twelfths / (double)other.Twelfths));

    // The step in the middle of the bracket: the one that was played.
    private static double? StepOf(Token token) => (token.Up?.Semitones + token.Down?.Semitones) / 2.0;
}
