namespace GpuJazz.Music;

/// <summary>Notes that are struck together.</summary>
/// <param name="On">The tick of the first.</param>
/// <param name="Notes">The notes, highest first; at least one.</param>
internal sealed record OnsetGroup(long On, IReadOnlyList<MidiNote> Notes)
{
    // Notes whose onsets lie within a sixteenth of a beat are struck together.
    private const int TolerancesPerQuarter = 16;

    /// <summary>The groups of some notes.</summary>
    /// <param name="notes">Notes in any order.</param>
    /// <param name="ticksPerQuarter">Ticks in a beat.</param>
    /// <returns>The groups by onset; each begins with the first note that is beyond tolerance of the group before.</returns>
    public static IReadOnlyList<OnsetGroup> Of(IEnumerable<MidiNote> notes, int ticksPerQuarter)
    {
        List<OnsetGroup> groups = [];
        List<MidiNote> together = [];
        foreach (var note in notes.OrderBy(note => note.On))
        {
            if (together.Count > 0 && (note.On - together[0].On) * TolerancesPerQuarter > ticksPerQuarter) Close();
            together.Add(note);
        }

        if (together.Count > 0) Close();
        return groups;

        void Close()
        {
            groups.Add(new OnsetGroup(together[0].On, [.. together.OrderByDescending(note => note.Pitch)]));
            together.Clear();
        }
    }
}
