namespace GpuJazz.Music;

/// <summary>Swing as it is played: the second eighth of a beat comes late.</summary>
/// <param name="OffBeat">Where in a beat the second eighth begins, 0.5 to 0.72; 0.5 is straight, 2/3 is triplet swing.</param>
internal readonly record struct HeardSwing(double OffBeat)
{
    // Between these a note alone inside a beat is the second of two eighths; at 3/4 it would be a dotted rhythm.
    private const double EarliestEighth = 0.42;
    private const double LatestEighth = 0.72;

    // Inside this of a beat's ends, a note is on the beat.
    private const double OnBeat = 0.1;

    // Below this players are only a little late, and it is read as straight.
    private const double LeastSwing = 0.55;
    private const int FewestBeats = 8;
    private const double Spread = 0.07;
    private const double ShareWithinSpread = 0.7;

    /// <summary>Even eighths.</summary>
    public static HeardSwing Straight => new(0.5);

    /// <summary>Whether the eighths are uneven.</summary>
    public bool IsSwung => OffBeat > LeastSwing;

    /// <summary>How much longer the first eighth is than the second; 1 if they are even.</summary>
    public double Ratio => IsSwung ? Math.Round(OffBeat / (1 - OffBeat), 2) : 1;

    /// <summary>Finds the swing of a line.</summary>
    /// <remarks>
    /// Of all beats inside which one note begins, and that one near the half or after it, the median place is the swing; enough of them
    /// must lie near it. Beats with anything finer, triplets or sixteenths, don't count.
    /// </remarks>
    /// <param name="notes">The line's notes in any order.</param>
    /// <param name="ticksPerQuarter">Ticks in a beat.</param>
    /// <returns>The swing, or null if there are too few such beats to tell; and how many there are.</returns>
    public static (HeardSwing? Swing, int Beats) Of(IEnumerable<MidiNote> notes, int ticksPerQuarter)
    {
        double[] places = [.. Inside(notes, ticksPerQuarter).Values.Where(IsEighth).Select(beat => beat[0]).Order()];
        if (places.Length < FewestBeats) return (null, places.Length);
        var median = places[places.Length / 2];
        var near = places.Count(place => Math.Abs(place - median) <= Spread);
        return (median > LeastSwing && near >= ShareWithinSpread * places.Length ? new HeardSwing(median) : Straight, places.Length);
    }

    /// <summary>Moves the second eighths of a part to the half of their beats, and what is around them in proportion.</summary>
    /// <param name="notes">The part's notes.</param>
    /// <param name="ticksPerQuarter">Ticks in a beat.</param>
    /// <returns>The notes in the same order; beats with triplets or sixteenths are left as they are.</returns>
    public IReadOnlyList<MidiNote> Straighten(IReadOnlyList<MidiNote> notes, int ticksPerQuarter)
    {
        if (!IsSwung) return notes;
        var offBeat = OffBeat;
        var fine = Inside(notes, ticksPerQuarter).Where(beat => !IsEighth(beat.Value)).Select(beat => beat.Key).ToHashSet();
        return [.. notes.Select(note => note with { On = Even(note.On), Off = Math.Max(Even(note.On), Even(note.Off)) })];

        long Even(long tick)
        {
            var (beat, rest) = Math.DivRem(tick, ticksPerQuarter);
            if (fine.Contains(beat)) return tick;
            var place = (double)rest / ticksPerQuarter;
            var even = place < offBeat ? place / offBeat / 2 : 1 - (1 - place) / (1 - offBeat) / 2;
            return beat * ticksPerQuarter + (long)Math.Round(even * ticksPerQuarter);
        }
    }

    private static bool IsEighth(List<double> places) => places is [>= EarliestEighth and <= LatestEighth];

    // For each beat with notes that don't begin on it: where in it they begin, those struck together once.
    private static Dictionary<long, List<double>> Inside(IEnumerable<MidiNote> notes, int ticksPerQuarter)
    {
        Dictionary<long, List<double>> beats = [];
        foreach (var onset in OnsetGroup.Of(notes, ticksPerQuarter))
        {
            var (beat, rest) = Math.DivRem(onset.On, ticksPerQuarter);
            var place = (double)rest / ticksPerQuarter;
            if (place is < OnBeat or > 1 - OnBeat) continue;
            if (!beats.TryGetValue(beat, out var places)) beats[beat] = places = [];
            places.Add(place);
        }

        return beats;
    }
}
