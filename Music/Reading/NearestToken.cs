namespace GpuJazz.Music;

/// <summary>Finds, for a token that a vocabulary may not have, the token of it that is most like it.</summary>
public sealed class NearestToken
{
    // What a difference counts for, in the size of a doubled length.
    private const double OtherType = 0.5;
    private const double EachSemitone = 0.2;
    private const double OtherBracket = 0.5;

    private readonly Vocabulary vocabulary;
    private readonly Token[] tokens;

    /// <summary>Prepares a vocabulary.</summary>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <exception cref="MusicException">One of its values is no token.</exception>
    public NearestToken(Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        tokens = [.. vocabulary.Values.Select(Token.Parse)];
    }

    /// <summary>The token that is most like another.</summary>
    /// <param name="text">The other, as the tokeniser writes it.</param>
    /// <returns>
    /// Its own number if it is in the vocabulary; else that of a token that sounds if it does, of about the length, the step and the type; of
    /// equals the first. −1 if it is a rest in a vocabulary without rests, or a note in one without notes.
    /// </returns>
    /// <exception cref="MusicException">The text is no token.</exception>
    public int IndexOf(string text)
    {
        if (vocabulary.IndexOf(text) is >= 0 and var known) return known;
        var token = Token.Parse(text);
        var isRest = token.Type == ToneType.Rest;
        return Enumerable.Range(0, tokens.Length)
            .Where(index => tokens[index].Type == ToneType.Rest == isRest)
            .DefaultIfEmpty(-1)
            .MinBy(index => index < 0 ? 0 : Distance(token, tokens[index]));
    }

    private static double Distance(Token one, Token other)
    {
        var lengths = Math.Abs(Math.Log2(one.Duration.Twelfths / (double)other.Duration.Twelfths));
        var types = one.Type == other.Type ? 0 : OtherType;
        var steps = (StepOf(one), StepOf(other)) switch
        {
            ({ } step, { } otherStep) => EachSemitone * Math.Abs(step - otherStep),
            (null, null) => 0,
            _ => OtherBracket,
        };
        return lengths + types + steps;
    }

    // The step in the middle of the bracket: the one that was played.
    private static double? StepOf(Token token) => (token.Up?.Semitones + token.Down?.Semitones) / 2.0;
}
