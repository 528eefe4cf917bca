namespace GpuJazz.Music;

/// <summary>How unevenly the two eighths of a beat are played.</summary>
/// <remarks>
/// A swung line is written in thirds of a beat: its off-beats begin at two thirds. Played with another ratio, the time before that
/// point is stretched or shrunk to r = ratio / (1 + ratio) of a beat and the time after it to the rest, so order is kept.
/// </remarks>
/// <param name="Ratio">The first eighth's length over the second's: 1 is even, 2 is as written, 3 is a dotted eighth and a sixteenth.</param>
public readonly record struct Swing(double Ratio)
{
    /// <summary>The least ratio: even eighths.</summary>
    public const double Even = 1;

    /// <summary>The greatest ratio.</summary>
    public const double Hardest = 4;

    private const int Beat = Beats.PerQuarter;
    private const int OffBeat = Beat * 2 / 3;

    private static readonly int[] swungPlaces = [0, 1, 2, 4, 5, 6, 8, 9, 9, 10, 11, 11];

    /// <summary>Two to one: nothing is moved.</summary>
    public static Swing AsWritten => new(2);

    /// <summary>When something is played.</summary>
    /// <param name="time">When it is written; not negative.</param>
    /// <param name="ticksPerQuarter">The resolution.</param>
    /// <returns>Ticks from the start, to the nearest.</returns>
    public long TicksAt(Beats time, int ticksPerQuarter)
    {
        var (beat, place) = Math.DivRem(time.Twelfths, Beat);
        var share = Ratio / (1 + Ratio);
        var inBeat = place <= OffBeat
            ? share * place / OffBeat
            : share + ((1 - share) * (place - OffBeat) / (Beat - OffBeat));
        return (beat * (long)ticksPerQuarter) + (long)Math.Round(inBeat * ticksPerQuarter);
    }

    /// <summary>A time of a line in even eighths or sixteenths, written as a swung line: a half of a beat becomes two thirds.</summary>
    /// <param name="time">The time.</param>
    /// <returns>A time of the same beat. What begins on a quarter of the beat and ends later begins before it ends, here too.</returns>
    public static Beats Written(Beats time)
    {
        var (beat, place) = Math.DivRem(time.Twelfths, Beat);
        return new Beats((beat * Beat) + swungPlaces[place]);
    }
}
