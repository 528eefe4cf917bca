namespace GpuJazz.Music;

/// <summary>Finds how many beats come before the first full measure, where a file does not say so.</summary>
/// <remarks>
/// Harmony changes, basses are struck and long notes begin on the first beat of a measure more than on others. If another beat than the
/// one that the file counts from has clearly more of that, the measures begin there.
/// </remarks>
internal static class Downbeat
{
    private const int FewestBars = 6;
    private const double Clearly = 1.3;
    private const double LeastDifference = 0.25;

    private const double ChangeWeight = 2;
    private const double BassWeight = 1;
    private const double LengthWeight = 0.5;
    private const double LongestNote = 2;

    // A note within an eighth of a beat of the beat is on it.
    private const int TolerancesPerQuarter = 8;

    /// <summary>The beats before the first full measure, 0 to one less than a measure has.</summary>
    /// <param name="slots">What sounds in each beat of measures counted from the file's start.</param>
    /// <param name="notes">All notes that are no drums.</param>
    /// <param name="ticksPerQuarter">Ticks in a quarter note.</param>
    public static int Find(IReadOnlyList<HarmonySlot> slots, IEnumerable<MidiNote> notes, int ticksPerQuarter)
    {
        var beats = slots[0].BeatsInBar;
        if (slots.Count < FewestBars * beats) return 0;
        var strengths = Strengths(slots, notes, ticksPerQuarter);
        double[] means = [.. Enumerable.Range(0, beats).Select(beat => strengths.Where((_, slot) => slot % beats == beat && slot > 0).Average())];
        var best = Array.IndexOf(means, means.Max());
        return means[best] >= Clearly * means[0] && means[best] - means[0] >= LeastDifference ? best : 0;
    }

    private static double[] Strengths(IReadOnlyList<HarmonySlot> slots, IEnumerable<MidiNote> notes, int ticksPerQuarter)
    {
        var beat = slots[0].Length.InQuarters * ticksPerQuarter;
        var longest = new double[slots.Count];
        var bass = new bool[slots.Count];
        foreach (var note in notes)
        {
            var slot = (int)Math.Min(slots.Count, Math.Round(note.On / beat));
            if (slot == slots.Count || Math.Abs(note.On - slot * beat) * TolerancesPerQuarter > ticksPerQuarter) continue;
            longest[slot] = Math.Max(longest[slot], Math.Min(LongestNote, (note.Off - note.On) / beat));
            bass[slot] |= slots[slot].Bass[note.Pitch % 12] > 0;
        }

        return [.. slots.Select((slot, i) =>
            ChangeWeight * (i == 0 ? 0 : Difference(slots[i - 1].Weights, slot.Weights))
            + BassWeight * (bass[i] ? 1 : 0)
            + LengthWeight * longest[i])];
    }

    // 0 if the same pitch classes sound, 1 if none in common.
    private static double Difference(double[] before, double[] after)
    {
        var squares = Math.Sqrt(before.Sum(weight => weight * weight) * after.Sum(weight => weight * weight));
        return squares == 0 ? 0 : 1 - before.Zip(after, (one, other) => one * other).Sum() / squares;
    }
}
