namespace GpuJazz.Music;

/// <summary>A line so far: its last note, and through it all before.</summary>
internal sealed class Line
{
    /// <summary>A line continued by a note.</summary>
    /// <param name="before">The line before it, or null at the start.</param>
    /// <param name="type">What the note is to its chord, as its token says.</param>
    /// <param name="pitch">MIDI note number.</param>
    /// <param name="placement">How far that is what the token says.</param>
    /// <param name="points">The points of the note alone.</param>
    public Line(Line? before, ToneType type, int pitch, Placement placement, double points)
    {
        Before = before;
        Type = type;
        Pitch = pitch;
        Placement = placement;
        Points = points + (before?.Points ?? 0);
        Step = before is null ? 0 : pitch - before.Pitch;
        Strikes = before is not null && Step == 0 ? before.Strikes + 1 : 1;
        Run = Step == 0 ? 0 : Math.Sign(Step) + (before!.Run * Step > 0 ? before.Run : 0);
    }

    /// <summary>The line without its last note.</summary>
    public Line? Before { get; }

    /// <summary>What the last note is to its chord, as its token says.</summary>
    public ToneType Type { get; }

    /// <summary>The last note's MIDI note number.</summary>
    public int Pitch { get; }

    /// <summary>How far the last note is what its token says.</summary>
    public Placement Placement { get; }

    /// <summary>The points of the whole line.</summary>
    public double Points { get; }

    /// <summary>Semitones from the note before to the last; 0 at the start.</summary>
    public int Step { get; }

    /// <summary>How often the last pitch has been struck in a row.</summary>
    public int Strikes { get; }

    /// <summary>How many steps the line has gone up (or down, negative) without a turn or a repeated note.</summary>
    public int Run { get; }
}
