namespace GpuJazz.Music;

/// <summary>Where things stand in a piano roll: systems (rows of measures) one below the other, pitches up, time to the right.</summary>
/// <remarks>Lengths are in the picture's own units, about a pixel each at its natural size.</remarks>
internal sealed class RollLayout
{
    /// <summary>Width of the picture.</summary>
    public const double Width = 1280;

    /// <summary>Empty space around everything.</summary>
    public const double Margin = 32;

    /// <summary>Width of the keyboard at the left of each system.</summary>
    public const double Keyboard = 52;

    /// <summary>Height of title, legend and the space below them.</summary>
    public const double Header = 92;

    /// <summary>Space above a system's grid, for its measure numbers and, under them, the names of its chords.</summary>
    public const double NumbersAbove = 42;

    /// <summary>Space below a system's grid, for beat numbers, up to the next system.</summary>
    public const double BeatsBelow = 38;

    /// <summary>A solo longer than this many measures has eight in a row instead of four.</summary>
    private const int ShortSolo = 32;

    /// <summary>The most measures that are drawn.</summary>
    private const int MostMeasures = 4000;

    private readonly Beats measureLength;

    /// <summary>Lays out a solo.</summary>
    /// <param name="solo">The solo.</param>
    /// <exception cref="MusicException">It has more measures than can be drawn.</exception>
    public RollLayout(Solo solo)
    {
        measureLength = solo.MeasureLength;
        Measures = Math.Max(1, (solo.End - new Beats(1)).DividedBy(measureLength) + 1);
        if (Measures > MostMeasures)
            throw new MusicException($"the solo has {Measures} measures, and a piano roll shows at most {MostMeasures}; cut it");

        MeasuresPerSystem = Math.Min(Measures, Measures > ShortSolo ? 8 : 4);
        Systems = (Measures + MeasuresPerSystem - 1) / MeasuresPerSystem;
        var pitches = solo.Melody.Select(note => note.Pitch).Concat(solo.Chords.SelectMany(chord => chord.Pitches)).ToList();
        LowestPitch = Math.Max(0, WholeStep(pitches.DefaultIfEmpty(60).Min() - 1, -1));
        HighestPitch = Math.Min(127, WholeStep(pitches.DefaultIfEmpty(72).Max() + 1, 1));
        RowHeight = Math.Clamp(400.0 / (HighestPitch - LowestPitch + 1), 5, 11);
    }

    /// <summary>How many measures there are.</summary>
    public int Measures { get; }

    /// <summary>Measures in a full system.</summary>
    public int MeasuresPerSystem { get; }

    /// <summary>How many systems there are.</summary>
    public int Systems { get; }

    /// <summary>The lowest row's pitch: a white key.</summary>
    public int LowestPitch { get; }

    /// <summary>The highest row's pitch: a white key.</summary>
    public int HighestPitch { get; }

    /// <summary>Height of a pitch's row.</summary>
    public double RowHeight { get; }

    /// <summary>Left end of every grid.</summary>
    public static double GridLeft => Margin + Keyboard;

    /// <summary>Height of a system's grid.</summary>
    public double GridHeight => RowHeight * (HighestPitch - LowestPitch + 1);

    /// <summary>Height of the picture.</summary>
    public double Height => Header + (Systems * (NumbersAbove + GridHeight + BeatsBelow)) + (Margin / 2);

    /// <summary>The time in a full system.</summary>
    public Beats SystemLength => measureLength * MeasuresPerSystem;

    /// <summary>Upper end of a system's grid.</summary>
    /// <param name="system">From 0.</param>
    public double GridTop(int system) => Header + NumbersAbove + (system * (NumbersAbove + GridHeight + BeatsBelow));

    /// <summary>Upper end of a pitch's row.</summary>
    /// <param name="system">From 0.</param>
    /// <param name="pitch">MIDI note number.</param>
    public double RowTop(int system, int pitch) => GridTop(system) + (RowHeight * (HighestPitch - pitch));

    /// <summary>Horizontal place of a time in its system.</summary>
    /// <param name="time">From the start of the system.</param>
    public double X(Beats time) => GridLeft + ((Width - Margin - GridLeft) * time.Twelfths / SystemLength.Twelfths);

    /// <summary>Measures in a system; fewer in the last.</summary>
    /// <param name="system">From 0.</param>
    public int MeasuresIn(int system) => Math.Min(MeasuresPerSystem, Measures - (system * MeasuresPerSystem));

    /// <summary>The pieces of a time span, one for each system that it touches.</summary>
    /// <param name="start">When it begins.</param>
    /// <param name="end">When it ends.</param>
    /// <returns>System, and start and end from the start of that system.</returns>
    public IEnumerable<(int System, Beats Start, Beats End)> Pieces(Beats start, Beats end)
    {
        for (var system = Math.Max(0, start.DividedBy(SystemLength)); system < Systems; system++)
        {
            var origin = SystemLength * system;
            if (origin >= end) yield break;
            yield return (system, Later(start - origin, Beats.Zero), Earlier(end - origin, SystemLength));
        }
    }

    private static Beats Later(Beats one, Beats other) => one > other ? one : other;

    private static Beats Earlier(Beats one, Beats other) => one < other ? one : other;

    private static int WholeStep(int pitch, int direction) => PitchName.IsBlackKey(pitch) ? pitch + direction : pitch;
}
