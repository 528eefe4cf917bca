namespace GpuJazz.Music;

/// <summary>Makes a melody of the notes of a voice.</summary>
internal static class MelodyLine
{
    /// <summary>The melody, one note at a time, on the grid of quarters and thirds of a beat.</summary>
    /// <remarks>
    /// Where two notes fall on one place of the grid, the longer stays: the other is an ornament. A note that runs into the next is cut
    /// there. What rounds to no length is a sixteenth, or as long as there is time for.
    /// </remarks>
    /// <param name="notes">The voice's notes.</param>
    /// <param name="ticksPerQuarter">Ticks in a beat.</param>
    /// <returns>Notes by start; none overlaps the next.</returns>
    public static IReadOnlyList<MelodyEvent> Of(IEnumerable<MidiNote> notes, int ticksPerQuarter)
    {
        List<MelodyEvent> line = [];
        foreach (var note in notes.OrderBy(note => note.On))
        {
            var length = Quantizer.ToGrid(note.Off - note.On, ticksPerQuarter);
            var here = new MelodyEvent(Quantizer.ToGrid(note.On, ticksPerQuarter), length > Beats.Zero ? length : Beats.Sixteenth, note.Pitch);
            if (line.Count > 0 && line[^1].Start == here.Start)
            {
                if (here.Length > line[^1].Length) line[^1] = here;
                continue;
            }

            if (line.Count > 0 && line[^1].End > here.Start) line[^1] = line[^1] with { Length = here.Start - line[^1].Start };
            line.Add(here);
        }

        return line;
    }
}
