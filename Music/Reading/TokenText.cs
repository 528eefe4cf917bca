namespace GpuJazz.Music;

/// <summary>Tokens as text, of whichever kind: the text tells.</summary>
public static class TokenText
{
    private const string RestStart = "R,";

    /// <summary>Whether it is an <see cref="AbsoluteToken"/>, or means to be one.</summary>
    /// <param name="text">The token.</param>
    public static bool IsAbsolute(string text) => text.Contains(AbsoluteToken.At, StringComparison.Ordinal);

    /// <summary>Whether nothing sounds.</summary>
    /// <param name="text">A token.</param>
    public static bool IsRest(string text) => text.StartsWith(RestStart, StringComparison.Ordinal);

    /// <summary>How long it lasts.</summary>
    /// <param name="text">The token.</param>
    /// <returns>Its own duration, whatever is made of it.</returns>
    /// <exception cref="MusicException">The text is no token.</exception>
    public static Beats DurationOf(string text) => IsAbsolute(text) ? AbsoluteToken.Parse(text).Duration : Token.Parse(text).Duration;

    /// <summary>Whether a text is a token as the tokeniser writes it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">The kind that it should be of.</param>
    public static bool IsToken(string text, TokenKind kind)
    {
        try
        {
            return (kind == TokenKind.Absolute ? AbsoluteToken.Parse(text).ToString() : Token.Parse(text).ToString()) == text;
        }
        catch (MusicException)
        {
            return false;
        }
    }
}
