namespace GpuJazz.Music;

/// <summary>Reads a tune's lines: the header's fields, then music, with fields and directives between.</summary>
internal sealed class AbcParser
{
    // Longer than anyone writes, and short enough that going over a line again and again takes no time.
    private const int MaximumLineLength = 10_000;

    private readonly string _name;
    private AbcHeader _header = new();
    private AbcMusic? _music;

    private AbcParser(string name) => _name = name;

    /// <summary>Reads a tune.</summary>
    /// <param name="text">The text; one tune.</param>
    /// <param name="name">Its name for errors.</param>
    /// <returns>The tune.</returns>
    /// <exception cref="MusicException">Something is not understood or not supported; the message names the place.</exception>
    public static AbcTune Parse(TextReader text, string name)
    {
        var parser = new AbcParser(name);
        var number = 0;
        while (text.ReadLine() is { } line) parser.ReadLine(new AbcCursor(name, ++number, WithoutComment(line)), line);
        if (parser._music is null)
            throw new MusicException($"{name}: there is no K: line: write the fields X: T: M: L: Q: K: and then the music");
        var bars = parser._music.Finish();
        return bars.Count > 0
            ? new AbcTune(parser._header, bars)
            : throw new MusicException($"{name}: there is no music after the K: line: write the notes there");
    }

    private void ReadLine(AbcCursor cursor, string line)
    {
        if (line.Length > MaximumLineLength)
            throw cursor.Error($"this line has more than {MaximumLineLength} characters: break it into several");
        if (line.StartsWith("%%", StringComparison.Ordinal)) ReadDirective(line, cursor);
        else if (IsField(cursor)) ReadField(cursor);
        else if (_music is not null) _music.ReadLine(cursor);
        else if (cursor.Rest.Length > 0)
            throw cursor.Error("this stands before the K: line and is no field: write the fields X: T: M: L: Q: K: first");
    }

    private void ReadDirective(string line, AbcCursor cursor)
    {
        var changed = _header.WithDirective(line[2..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), cursor);
        if (changed != _header && _music is { HasBegun: true })
            throw cursor.Error("swing is for the whole tune: write %%MIDI swing before the music");
        _header = changed;
    }

    private void ReadField(AbcCursor cursor)
    {
        var letter = cursor.Next();
        cursor.Next();
        if (_music is null)
        {
            _header = _header.With(letter, cursor);
            if (letter == 'K') _music = new AbcMusic(_header);
        }
        else if (letter == 'X')
        {
            throw cursor.Error("a file holds one tune: write the next tune in a file of its own");
        }
        else
        {
            _music.ReadField(letter, cursor);
        }
    }

    // A letter and a colon; but "G:|" is a note before a repeat sign.
    private static bool IsField(AbcCursor cursor) =>
        (char.IsAsciiLetter(cursor.Current) || cursor.Current == '+') && cursor.Peek(1) == ':' && cursor.Peek(2) is not ('|' or ':');

    private static string WithoutComment(string line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"') quoted = !quoted;
            if (line[i] == '%' && !quoted && (i == 0 || line[i - 1] != '\\')) return line[..i];
        }

        return line;
    }
}
