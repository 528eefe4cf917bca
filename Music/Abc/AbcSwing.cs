namespace GpuJazz.Music;

/// <summary>Swing: of two eighths in a beat, the first is played as two thirds of it and the second as one third.</summary>
/// <remarks>
/// Only what stands on the half of a beat moves, and only in beats that hold nothing finer: triplets and sixteenths are played as written.
/// </remarks>
internal static class AbcSwing
{
    private const long Beat = AbcFraction.TicksPerQuarter;

    /// <summary>Swings notes.</summary>
    /// <param name="notes">The notes by start.</param>
    /// <param name="header">The tune's header.</param>
    /// <param name="name">The tune's name for errors.</param>
    /// <returns>The notes, with starts and ends on halves of a beat moved to two thirds of it.</returns>
    /// <exception cref="MusicException">The meter is not counted in quarter or half notes.</exception>
    public static List<StruckNotes> Apply(IReadOnlyList<StruckNotes> notes, AbcHeader header, string name)
    {
        if (header.Meter.Unit > 4)
        {
            var meter = new AbcFraction(header.Meter.Beats, header.Meter.Unit);
            throw new MusicException($"{name}: swing needs beats of a quarter note, and the meter is {meter}: leave %%MIDI swing out");
        }

        var times = notes.SelectMany(note => new[] { note.Start, note.End });
        var fine = times.Where(time => time % (Beat / 2) != 0).Select(time => time / Beat).ToHashSet();
        return [.. notes.Select(note => note with { Start = Swung(note.Start), End = Swung(note.End) })];

        long Swung(long time) => time % Beat == Beat / 2 && !fine.Contains(time / Beat) ? time - (Beat / 2) + (Beat * 2 / 3) : time;
    }
}
