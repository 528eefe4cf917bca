namespace GpuJazz.Music;

/// <summary>Reads lines of music: notes, rests, bar lines, chord symbols.</summary>
/// <param name="header">What the fields before it say.</param>
internal sealed class AbcMusic(AbcHeader header)
{
    // A rest of more bars than this is a slip of the pen.
    private const int MaximumRestBars = 999;

    private readonly AbcBarBuilder _bars = new();
    private readonly AbcRhythm _rhythm = new(header.Meter);
    private AbcKey _key = header.Key;
    private AbcFraction _unit = header.UnitLength;

    // The notes last read; those of them that a tie leads on from; and the error if it leads nowhere.
    private IReadOnlyList<AbcPitch> _last = [];
    private IReadOnlyList<AbcPitch> _tied = [];
    private MusicException? _brokenTie;

    /// <summary>Whether a note, rest or chord symbol has been read.</summary>
    public bool HasBegun => _bars.HasBegun;

    /// <summary>The bars, once the last line was read.</summary>
    /// <returns>The bars in the order of the page.</returns>
    public IReadOnlyList<AbcBar> Finish()
    {
        _rhythm.Finish();
        if (_tied.Count > 0) throw _brokenTie!;
        _bars.EndBar(closesRepeat: false);
        return _bars.Bars;
    }

    /// <summary>Reads a field among the music.</summary>
    /// <param name="letter">The field's letter.</param>
    /// <param name="field">The place after its colon.</param>
    public void ReadField(char letter, AbcCursor field)
    {
        if (letter == 'K') _key = AbcKey.Parse(field);
        else if (letter == 'L') _unit = AbcHeader.ParseUnit(field);
        else if (letter == 'V') header.With(letter, field);
        else if (letter is 'M' or 'Q') throw field.Error($"{letter}: can't change within a tune: write it before K:, or write two tunes");
    }

    /// <summary>Reads a line of music.</summary>
    /// <param name="cursor">The line's start.</param>
    public void ReadLine(AbcCursor cursor)
    {
        while (cursor.Current != '\0') ReadItem(cursor);
    }

    private void ReadItem(AbcCursor cursor)
    {
        switch (cursor.Current)
        {
            // Space, beams, slurs, line ends and the signs for ornaments say nothing about pitch or length.
            case ' ' or '\t' or '`' or ')' or '\\' or '.' or '~' or 'H' or 'L' or 'M' or 'O' or 'P' or 'S' or 'T' or 'u' or 'v':
                cursor.Next();
                break;
            case 'y':
                cursor.Next();
                cursor.Length();
                break;
            case '!':
                cursor.Next();
                cursor.Until('!', "an ornament");
                break;
            case '{':
                cursor.Next();
                cursor.Until('}', "a group of grace notes");
                break;
            case '(':
                cursor.Next();
                if (char.IsAsciiDigit(cursor.Current)) _rhythm.BeginTuplet(cursor);
                break;
            case '"':
                ReadQuoted(cursor);
                break;
            case '>' or '<':
                // Otherwise taken with the note before it.
                throw cursor.Error($"{cursor.Current} stands between two notes: write a note before and after it, as in c>d");
            case '-':
                ReadTie(cursor);
                break;
            case '|' or ':':
                AbcBarLine.Read(cursor, _bars);
                break;
            case '[' when cursor.Peek(1) == '|' || char.IsAsciiDigit(cursor.Peek(1)):
                AbcBarLine.Read(cursor, _bars);
                break;
            case '[' when char.IsAsciiLetter(cursor.Peek(1)) && cursor.Peek(2) == ':':
                ReadInlineField(cursor);
                break;
            case 'Z' or 'X':
                ReadBarsOfRest(cursor);
                break;
            default:
                ReadNotes(cursor);
                break;
        }
    }

    // "Dm7" is a chord symbol; "^slowly" and the like are words beside the staff.
    private void ReadQuoted(AbcCursor cursor)
    {
        var start = cursor.Copy();
        cursor.Next();
        var text = cursor.Until('"', "a chord symbol");
        if (text.Length > 0 && "^_<>@".Contains(text[0], StringComparison.Ordinal)) return;
        try
        {
            _bars.AddChord(ChordSymbol.Parse(text), start);
        }
        catch (MusicException error)
        {
            throw start.Error(error.Message);
        }
    }

    private void ReadTie(AbcCursor cursor)
    {
        _brokenTie = cursor.Error("a tie leads to the same note again: write that note after it, or leave the - out");
        cursor.Next();
        _tied = _bars.Tie() ? _last : throw _brokenTie;
    }

    private void ReadInlineField(AbcCursor cursor)
    {
        cursor.Next();
        var letter = cursor.Next();
        cursor.Next();
        ReadField(letter, cursor.Upto(']', "a field in brackets"));
    }

    private void ReadBarsOfRest(AbcCursor cursor)
    {
        var start = cursor.Copy();
        cursor.Next();
        var count = cursor.Number() ?? 1;
        if (count is < 1 or > MaximumRestBars) throw start.Error("write a rest of 1 to 999 bars, as in Z4");
        for (var i = 0; i < count; i++)
        {
            if (i > 0) _bars.EndBar(closesRepeat: false);
            Add([], header.BarLength, start);
        }
    }

    private void ReadNotes(AbcCursor cursor)
    {
        var start = cursor.Copy();
        var pitches = new List<AbcPitch>();
        var own = AbcFraction.One;
        if (cursor.Current is 'z' or 'x')
        {
            cursor.Next();
        }
        else if (cursor.Take('['))
        {
            while (!cursor.Take(']'))
            {
                // The chord is as long as its first note.
                pitches.Add(AbcPitch.Read(cursor, _bars, _key, _tied));
                var length = cursor.Length();
                if (pitches.Count == 1) own = length;
            }

            if (pitches.Count == 0) throw start.Error("there is no note between [ and ]: write notes there, as in [CEG]");
        }
        else
        {
            pitches.Add(AbcPitch.Read(cursor, _bars, _key, _tied));
        }

        Add(pitches, _rhythm.Ticks(_unit * own * cursor.Length(), cursor, start), start);
    }

    private void Add(IReadOnlyList<AbcPitch> pitches, long ticks, AbcCursor start)
    {
        if (_tied.Count > 0 && !_tied.Intersect(pitches).Any()) throw _brokenTie!;
        (_last, _tied) = (pitches, []);
        _bars.Add(pitches.Select(pitch => pitch.Sounding), ticks, start);
    }
}
