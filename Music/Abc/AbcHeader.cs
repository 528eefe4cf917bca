namespace GpuJazz.Music;

/// <summary>What the fields before the music say.</summary>
internal sealed record AbcHeader
{
    /// <summary>T: the title; the first, if there are several.</summary>
    public string Title { get; init; } = "";

    /// <summary>C: who composed it.</summary>
    public string Composer { get; init; } = "";

    /// <summary>M: beats in a bar and the note that is one beat.</summary>
    public (int Beats, int Unit) Meter { get; init; } = (4, 4);

    /// <summary>L: the length that a note without a number has; null if the meter decides.</summary>
    public AbcFraction? WrittenUnit { get; init; }

    /// <summary>Q: quarter notes a minute.</summary>
    public double BeatsPerMinute { get; init; } = 120;

    /// <summary>K: the key; it ends the header.</summary>
    public AbcKey Key { get; init; } = new(0, false);

    /// <summary>%%MIDI swing: whether pairs of eighths are played long and short, 2/3 and 1/3 of a beat.</summary>
    public bool Swings { get; init; }

    /// <summary>A bar's length in ticks.</summary>
    public long BarLength => 4L * AbcFraction.TicksPerQuarter * Meter.Beats / Meter.Unit;

    /// <summary>The length that a note without a number has: L:, or 1/16 in meters shorter than 3/4, else 1/8.</summary>
    public AbcFraction UnitLength =>
        WrittenUnit ?? (BarLength < 3 * AbcFraction.TicksPerQuarter ? new AbcFraction(1, 16) : new AbcFraction(1, 8));

    /// <summary>This header with one more field.</summary>
    /// <param name="letter">The field's letter.</param>
    /// <param name="field">The place after its colon.</param>
    /// <returns>The header; the same one if the field says nothing about how the tune sounds.</returns>
    public AbcHeader With(char letter, AbcCursor field) => letter switch
    {
        'T' => Title.Length > 0 ? this : this with { Title = field.Rest },
        'C' => Composer.Length > 0 ? this : this with { Composer = field.Rest },
        'M' => this with { Meter = ParseMeter(field) },
        'L' => this with { WrittenUnit = ParseUnit(field) },
        'Q' => this with { BeatsPerMinute = ParseTempo(field) },
        'K' => this with { Key = AbcKey.Parse(field) },
        'V' => throw field.Error("several voices are not read: write one melody, without V:"),
        'm' or 'U' => throw field.Error($"{letter}: (macros and own symbols) is not read: write the notes out"),
        _ => this,
    };

    /// <summary>This header with a directive, a line that begins with %%.</summary>
    /// <param name="words">The directive's words.</param>
    /// <param name="place">The place of the line.</param>
    /// <returns>The header; the same one if the directive is not <c>MIDI swing</c>.</returns>
    public AbcHeader WithDirective(IReadOnlyList<string> words, AbcCursor place)
    {
        if (words is not ["MIDI", "swing", ..]) return this;
        return words is ["MIDI", "swing", var percent] && percent is "50" or "66" or "67"
            ? this with { Swings = words[2] != "50" }
            : throw place.Error("write %%MIDI swing 66 (the first of two eighths takes two thirds of the beat) or %%MIDI swing 50 (even)");
    }

    /// <summary>Reads an L: field.</summary>
    /// <param name="field">The place after the colon.</param>
    /// <returns>The unit length.</returns>
    public static AbcFraction ParseUnit(AbcCursor field)
    {
        SkipSpaces(field);
        if (!char.IsAsciiDigit(field.Current)) throw field.Error("write a length, as in L:1/8");
        var unit = field.Length();
        return field.Rest.Length == 0 ? unit : throw field.Error("write only a length, as in L:1/8");
    }

    private static (int Beats, int Unit) ParseMeter(AbcCursor field)
    {
        switch (field.Rest)
        {
            case "C": return (4, 4);
            case "C|": return (2, 2);
            default:
                SkipSpaces(field);
                var beats = field.Number();
                var unit = field.Take('/') ? field.Number() : null;
                return beats is >= 1 and <= 32 && unit is 1 or 2 or 4 or 8 or 16 or 32 && field.Rest.Length == 0
                    ? (beats.Value, unit.Value)
                    : throw field.Error("write a meter, as in M:4/4, M:3/4 or M:C");
        }
    }

    // Q:120, Q:1/4=120, Q:3/8=80, each with words in quotes before or after it, or words alone.
    private static double ParseTempo(AbcCursor field)
    {
        var beat = new AbcFraction(1, 4);
        double? perMinute = null;
        for (SkipSpaces(field); field.Current != '\0'; SkipSpaces(field))
        {
            if (field.Take('"'))
            {
                field.Until('"', "the tempo's name");
                continue;
            }

            var value = char.IsAsciiDigit(field.Current) ? field.Length() : throw Refused();
            SkipSpaces(field);
            if (perMinute is null && field.Take('='))
            {
                beat = value;
                SkipSpaces(field);
                perMinute = field.Number() ?? throw Refused();
            }
            else
            {
                perMinute = perMinute is null && value.Denominator == 1 ? value.Numerator : throw Refused();
            }
        }

        var quarters = perMinute is { } given ? given * 4 * beat.Numerator / beat.Denominator : 120;
        return quarters is >= 10 and <= 1000
            ? quarters
            : throw field.Error("the tempo can't be played: write one of 10 to 1000 quarter notes a minute, as in Q:1/4=120");

        MusicException Refused() => field.Error("write a tempo, as in Q:1/4=120");
    }

    private static void SkipSpaces(AbcCursor field)
    {
        while (char.IsWhiteSpace(field.Current)) field.Next();
    }
}
