namespace GpuJazz.Music;

/// <summary>A place in one line of a tune, and the small things that are read there: characters, numbers, lengths.</summary>
/// <param name="name">The tune's name for errors, usually its file.</param>
/// <param name="line">The line's number, from 1.</param>
/// <param name="text">The line.</param>
internal sealed class AbcCursor(string name, int line, string text)
{
    // No music needs a longer number, and no product of two such lengths overflows.
    private const int MaximumDigits = 4;

    /// <summary>The index of the current character.</summary>
    public int Position { get; private set; }

    /// <summary>The line's number, from 1.</summary>
    public int Line => line;

    /// <summary>The current character, or NUL at the end.</summary>
    public char Current => Peek(0);

    /// <summary>What is left of the line, without the spaces around it.</summary>
    public string Rest => text[Position..].Trim();

    /// <summary>A character further on, or NUL beyond the end.</summary>
    /// <param name="ahead">How many characters further.</param>
    /// <returns>The character.</returns>
    public char Peek(int ahead) => Position + ahead < text.Length ? text[Position + ahead] : '\0';

    /// <summary>Takes the current character.</summary>
    /// <returns>The character, or NUL at the end.</returns>
    public char Next()
    {
        var taken = Current;
        if (Position < text.Length) Position++;
        return taken;
    }

    /// <summary>Takes the current character if it is the one wanted.</summary>
    /// <param name="wanted">The character.</param>
    /// <returns>Whether it was.</returns>
    public bool Take(char wanted)
    {
        if (Current != wanted) return false;
        Next();
        return true;
    }

    /// <summary>Takes what stands before a closing character, and that character.</summary>
    /// <param name="close">The closing character.</param>
    /// <param name="what">What is being read, for the error when it is not closed on this line.</param>
    /// <returns>The text between.</returns>
    public string Until(char close, string what)
    {
        var end = text.IndexOf(close, Position);
        if (end < 0) throw Error($"{what} does not end on this line: close it with {close}");
        var between = text[Position..end];
        Position = end + 1;
        return between;
    }

    /// <summary>Takes what stands before a closing character, and that character.</summary>
    /// <param name="close">The closing character.</param>
    /// <param name="what">What is being read, for the error when it is not closed on this line.</param>
    /// <returns>A cursor over the text between, which knows its place in the line.</returns>
    public AbcCursor Upto(char close, string what)
    {
        var start = Position;
        Until(close, what);
        return new AbcCursor(name, line, text[..(Position - 1)]) { Position = start };
    }

    /// <summary>This place, to come back to in an error.</summary>
    /// <returns>A cursor that stays where this one is now.</returns>
    public AbcCursor Copy() => new(name, line, text) { Position = Position };

    /// <summary>Takes a whole number, if one stands here.</summary>
    /// <returns>The number, or null.</returns>
    public int? Number()
    {
        var start = Position;
        while (char.IsAsciiDigit(Current)) Next();
        if (Position == start) return null;
        if (Position - start > MaximumDigits) throw Error($"{text[start..Position]} is too large: write at most {MaximumDigits} digits");
        return int.Parse(text.AsSpan(start, Position - start), provider: null);
    }

    /// <summary>Takes a note's length: <c>2</c>, <c>/2</c>, <c>3/2</c>, <c>/</c> (half), <c>//</c> (a quarter), or nothing (1).</summary>
    /// <returns>The length in unit lengths.</returns>
    public AbcFraction Length()
    {
        var numerator = Number() ?? 1;
        var denominator = 1;
        while (Take('/'))
        {
            denominator *= Number() ?? 2;
            if (denominator is < 1 or > 1024) throw Error("a length is divided by 1 to 1024: write for example /2 or 3/2");
        }

        if (numerator == 0) throw Error("a length of 0 can't be played: leave the note out or give it a length");
        return new AbcFraction(numerator, denominator);
    }

    /// <summary>An error at this place.</summary>
    /// <param name="message">What is wrong and what to write.</param>
    /// <returns>The exception to throw.</returns>
    public MusicException Error(string message) => new($"{name}, line {line}, column {Position + 1}: {message}");
}
