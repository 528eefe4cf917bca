namespace GpuJazz.Music;

/// <summary>Parts the notes of one player into an upper voice, the melody, and the rest.</summary>
/// <remarks>Notes are high or low by where they lie between the highest and the lowest notes around them; <see cref="VoiceSearch"/> does the rest.</remarks>
internal static class UpperVoice
{
    // The stretch to each side by which high and low are told apart, in beats.
    private const int BeatsAround = 8;

    // A note that sounds on for less than an eighth of a beat only rings.
    private const int RingsPerQuarter = 8;

    // Where highest and lowest are this near, the texture is a line, and only what lies this far below it is not of the voice.
    private const double NarrowTexture = 9;
    private const double BelowLine = 14;

    /// <summary>Parts notes.</summary>
    /// <param name="notes">The notes of one part.</param>
    /// <param name="ticksPerQuarter">Ticks in a beat.</param>
    /// <returns>The voice by onset, one note at each, and all other notes.</returns>
    public static (IReadOnlyList<MidiNote> Voice, IReadOnlyList<MidiNote> Others) Split(IReadOnlyList<MidiNote> notes, int ticksPerQuarter)
    {
        var groups = OnsetGroup.Of(notes, ticksPerQuarter);
        var voice = VoiceSearch.Find(groups, Middles(groups, ticksPerQuarter), ticksPerQuarter);
        var left = new Dictionary<MidiNote, int>();
        foreach (var note in voice) left[note] = left.GetValueOrDefault(note) + 1;
        return (voice, [.. notes.Where(note => !Take(note))]);

        bool Take(MidiNote note)
        {
            if (!left.TryGetValue(note, out var count) || count == 0) return false;
            left[note] = count - 1;
            return true;
        }
    }

    // For each onset the pitch above which notes are worth something.
    private static double[] Middles(IReadOnlyList<OnsetGroup> groups, int ticksPerQuarter)
    {
        var extremes = Extremes(groups, ticksPerQuarter / RingsPerQuarter);
        var middles = new double[groups.Count];
        var reach = (long)BeatsAround * ticksPerQuarter;
        int first = 0, end = 0;
        double tops = 0, bottoms = 0;
        for (var i = 0; i < groups.Count; i++)
        {
            for (; end < groups.Count && groups[end].On <= groups[i].On + reach; end++) Count(end, 1);
            for (; groups[first].On < groups[i].On - reach; first++) Count(first, -1);
            var (top, bottom) = (tops / (end - first), bottoms / (end - first));
            middles[i] = top - bottom < NarrowTexture ? bottom - BelowLine + (top - bottom) : (top + bottom) / 2;
        }

        return middles;

        void Count(int group, int sign)
        {
            tops += sign * extremes[group].Highest;
            bottoms += sign * extremes[group].Lowest;
        }
    }

    // The highest and the lowest pitch that sound at each onset, struck there or held.
    private static (int Highest, int Lowest)[] Extremes(IReadOnlyList<OnsetGroup> groups, int ring)
    {
        var sounding = new int[128];
        var ends = new PriorityQueue<int, long>();
        var extremes = new (int, int)[groups.Count];
        for (var i = 0; i < groups.Count; i++)
        {
            while (ends.TryPeek(out var pitch, out var off) && off <= groups[i].On + ring)
            {
                sounding[pitch]--;
                ends.Dequeue();
            }

            foreach (var note in groups[i].Notes)
            {
                sounding[note.Pitch]++;
                ends.Enqueue(note.Pitch, note.Off);
            }

            extremes[i] = (sounding.AsSpan().LastIndexOfAnyExcept(0), sounding.AsSpan().IndexOfAnyExcept(0));
        }

        return extremes;
    }
}
