namespace GpuJazz.Music;

/// <summary>A chord that was heard.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="End">When the next begins.</param>
/// <param name="Symbol">The chord.</param>
internal readonly record struct HeardChord(Beats Start, Beats End, ChordSymbol Symbol);

/// <summary>Hears chords in what sounds beat by beat.</summary>
/// <remarks>
/// The likeliest sequence of <see cref="ChordTemplates"/>: each beat's notes and bass must be explained by its chord, and each change of
/// chord has a price, the lowest at a bar line, so that a passing note makes none and a chord's notes may come one after another. Found with
/// the Viterbi algorithm: time and memory grow with beats times chords.
/// </remarks>
internal static class ChordTracker
{
    // What a beat counts at most: much that sounds at once is hardly more certain than a little.
    private const double MostEvidence = 2;
    private const double BassWeight = 0.6;

    private const double PriceAtBarLine = 1;
    private const double PriceAtHalf = 1.8;
    private const double PriceElsewhere = 2.8;

    // A bass other than the root is written if it holds this share of the bass, and the root less than that.
    private const double LeastBassShare = 0.6;
    private const double MostRootShare = 0.25;

    /// <summary>The chords of some music.</summary>
    /// <param name="slots">What sounds in each beat; at least one.</param>
    /// <param name="hasFlats">Whether black keys are written as flats.</param>
    /// <returns>Chords by start without a gap, from the first beat to the end of the last.</returns>
    public static IReadOnlyList<HeardChord> Track(IReadOnlyList<HarmonySlot> slots, bool hasFlats)
    {
        var path = Likeliest(slots);
        List<HeardChord> chords = [];
        for (int first = 0, end; first < path.Length; first = end)
        {
            for (end = first + 1; end < path.Length && path[end] == path[first];) end++;
            var template = ChordTemplates.All[path[first]];
            var symbol = template.Symbol(BassOf(slots, first, end, template), hasFlats);
            chords.Add(new HeardChord(slots[first].Start, slots[end - 1].End, symbol));
        }

        return chords;
    }

    private static int[] Likeliest(IReadOnlyList<HarmonySlot> slots)
    {
        var chords = ChordTemplates.All;
        double[] costs = [.. chords.Select(chord => chord.Rarity)];
        var cheapest = new int[slots.Count];

        // For each beat which chords would begin there; null where nothing sounds, and so nothing changes.
        var isNew = new bool[slots.Count][];
        for (var slot = 0; slot < slots.Count; slot++)
        {
            if (slots[slot].IsSilent) continue;
            cheapest[slot] = Array.IndexOf(costs, costs.Min());
            isNew[slot] = new bool[chords.Count];
            var toChange = costs[cheapest[slot]] + (slot == 0 ? 0 : Price(slots[slot]));
            var (notes, bass) = Evidence(slots[slot]);
            for (var chord = 0; chord < chords.Count; chord++)
            {
                var changed = slot == 0 ? double.PositiveInfinity : toChange + chords[chord].Rarity;
                isNew[slot][chord] = changed < costs[chord];
                costs[chord] = Math.Min(costs[chord], changed) - Fit(chords[chord], notes, bass);
            }
        }

        var path = new int[slots.Count];
        var current = Array.IndexOf(costs, costs.Min());
        for (var slot = slots.Count - 1; slot >= 0; slot--)
        {
            path[slot] = current;
            if (isNew[slot]?[current] == true) current = cheapest[slot];
        }

        return path;
    }

    private static double Fit(ChordTemplate chord, double[] notes, double[] bass)
    {
        var fit = 0.0;
        for (var note = 0; note < notes.Length; note++) fit += notes[note] * chord.LogProbabilities[note] + bass[note] * chord.LogBass[note];
        return fit;
    }

    private static (double[] Notes, double[] Bass) Evidence(HarmonySlot slot)
    {
        var (sum, bassSum) = (slot.Weights.Sum(), slot.Bass.Sum());
        var scale = sum == 0 ? 0 : MostEvidence * (1 - Math.Exp(-sum)) / sum;
        var bassScale = bassSum == 0 ? 0 : BassWeight * Math.Min(1, bassSum) / bassSum;
        return ([.. slot.Weights.Select(weight => weight * scale)], [.. slot.Bass.Select(weight => weight * bassScale)]);
    }

    private static double Price(HarmonySlot slot) =>
        slot.InBar == 0 ? PriceAtBarLine : slot.InBar * 2 == slot.BeatsInBar ? PriceAtHalf : PriceElsewhere;

    private static int BassOf(IReadOnlyList<HarmonySlot> slots, int first, int end, ChordTemplate chord)
    {
        var bass = new double[12];
        for (var slot = first; slot < end; slot++)
            for (var note = 0; note < bass.Length; note++) bass[note] += slots[slot].Bass[note];
        var sum = bass.Sum();
        var lowest = Array.IndexOf(bass, bass.Max());
        var isOther = chord.Holds(lowest) && bass[lowest] >= LeastBassShare * sum && bass[chord.Root] < MostRootShare * sum;
        return isOther && sum > 0 ? lowest : chord.Root;
    }
}
