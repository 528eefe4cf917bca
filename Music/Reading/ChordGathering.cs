namespace GpuJazz.Music;

/// <summary>Gathers the notes of a part that sound together, and quantises what it gathers.</summary>
public static class ChordGathering
{
    // A sixteenth of a beat: notes that begin and end so near each other are meant as one chord.
    private const int TolerancesPerQuarter = 16;

    /// <summary>The elements of a part: single notes and chords.</summary>
    /// <remarks>
    /// A later note joins the first of a chord if its onset and its off are each within 1/16 beat (included) of the first note's. One
    /// with another off is passed over, and the walk ends at the first onset beyond that. What has joined a chord begins none of its
    /// own, but a later first note may gather it again. A chord begins with its first note and lasts from its last note's onset to its
    /// first note's off.
    /// </remarks>
    /// <param name="notes">The part's notes by onset.</param>
    /// <param name="ticksPerQuarter">Ticks in a beat, 1 to 32767.</param>
    /// <returns>The elements in the order of their first notes; a single note is an element of one pitch.</returns>
    /// <exception cref="MusicException">A note is too far from the start.</exception>
    public static IReadOnlyList<Chord> Gather(IReadOnlyList<MidiNote> notes, int ticksPerQuarter)
    {
        List<Chord> elements = [];
        var isGathered = new bool[notes.Count];
        for (var i = 0; i < notes.Count; i++)
        {
            if (isGathered[i]) continue;
            var first = notes[i];
            var last = first;
            List<int> pitches = [first.Pitch];
            for (var j = i + 1; j < notes.Count && IsNear(first.On, notes[j].On); j++)
            {
                if (!IsNear(first.Off, notes[j].Off)) continue;
                isGathered[j] = true;
                last = notes[j];
                pitches.Add(last.Pitch);
            }

            elements.Add(new Chord(Quantizer.ToGrid(first.On, ticksPerQuarter), Length(first.Off - last.On), pitches));
        }

        return elements;

        bool IsNear(long one, long other) => Math.Abs(one - other) * TolerancesPerQuarter <= ticksPerQuarter;

        // No ticks at all are a beat; what only rounds to nothing is a sixteenth.
        Beats Length(long ticks)
        {
            if (ticks == 0) return Beats.Quarters(1);
            var length = Quantizer.ToGrid(ticks, ticksPerQuarter);
            return length == Beats.Zero ? Beats.Sixteenth : length;
        }
    }
}
