namespace GpuJazz.Music;

/// <summary>The pitch classes that sound in a beat, and the bass under them.</summary>
/// <param name="Start">When the beat begins.</param>
/// <param name="Length">How long it lasts.</param>
/// <param name="InBar">Its number in its measure, from 0.</param>
/// <param name="BeatsInBar">How many beats its measure has.</param>
internal sealed record HarmonySlot(Beats Start, Beats Length, int InBar, int BeatsInBar)
{
    /// <summary>How long each of the 12 pitch classes sounds, in beats times the weight of the part.</summary>
    public double[] Weights { get; } = new double[12];

    /// <summary>How long the lowest note is of each pitch class, in beats times the weight of the part.</summary>
    public double[] Bass { get; } = new double[12];

    /// <summary>Whether nothing sounds.</summary>
    public bool IsSilent => Array.TrueForAll(Weights, weight => weight == 0);

    /// <summary>When the beat ends.</summary>
    public Beats End => Start + Length;
}

/// <summary>Notes with a weight: a harmony's count whole, a melody's less.</summary>
/// <param name="Notes">The notes.</param>
/// <param name="Weight">What a beat of each counts.</param>
internal readonly record struct WeightedNotes(IReadOnlyList<MidiNote> Notes, double Weight);

/// <summary>Sums up what sounds, beat by beat: the evidence from which chords are inferred.</summary>
internal static class HarmonySlots
{
    // A chord that is held longer has faded, and was perhaps only never let go.
    private const int LongestSound = 32;

    // The lowest note is a bass if it lies below middle C.
    private const int LowestNoBass = 60;

    // A quarter of the beat is a good part of it.
    private const int BassesPerBeat = 4;

    /// <summary>The beats of some measures with what sounds in them.</summary>
    /// <param name="bars">The measures.</param>
    /// <param name="parts">The notes that make the harmony, and how much they count.</param>
    /// <param name="ticksPerQuarter">Ticks in a quarter note.</param>
    public static IReadOnlyList<HarmonySlot> Of(IReadOnlyList<Bar> bars, IEnumerable<WeightedNotes> parts, int ticksPerQuarter)
    {
        HarmonySlot[] slots = [.. bars.SelectMany(Beats)];
        WeightedNotes[] all = [.. parts];
        foreach (var (slot, pitch, length) in Sounding(slots, all, ticksPerQuarter)) slots[slot].Weights[pitch % 12] += length;

        // The bass is the lowest note that sounds for a good part of the beat.
        var lowest = new int[slots.Length];
        Array.Fill(lowest, LowestNoBass);
        foreach (var (slot, pitch, length) in Sounding(slots, all, ticksPerQuarter))
            if (length * BassesPerBeat >= slots[slot].Length.InQuarters) lowest[slot] = Math.Min(lowest[slot], pitch);
        foreach (var (slot, pitch, length) in Sounding(slots, all, ticksPerQuarter))
            if (pitch == lowest[slot]) slots[slot].Bass[pitch % 12] += length;
        return slots;
    }

    // Each note in each beat that it sounds in, with how long it does, in quarter notes times its part's weight.
    private static IEnumerable<(int Slot, int Pitch, double Length)> Sounding(HarmonySlot[] slots, WeightedNotes[] parts, int ticksPerQuarter)
    {
        foreach (var (notes, weight) in parts)
        {
            var first = 0;
            foreach (var note in notes.OrderBy(note => note.On))
            {
                var on = (double)note.On / ticksPerQuarter;
                var off = Math.Min((double)note.Off / ticksPerQuarter, on + LongestSound);
                while (first + 1 < slots.Length && slots[first].End.InQuarters <= on) first++;
                for (var slot = first; slot < slots.Length && slots[slot].Start.InQuarters < off; slot++)
                {
                    var length = Math.Min(off, slots[slot].End.InQuarters) - Math.Max(on, slots[slot].Start.InQuarters);
                    if (length > 0) yield return (slot, note.Pitch, length * weight);
                }
            }
        }
    }

    // Quarter notes, or dotted ones where eighths are counted in threes.
    private static IEnumerable<HarmonySlot> Beats(Bar bar)
    {
        var beat = bar.Meter is { Unit: >= 8, Beats: var beats } && beats % 3 == 0 && beats > 3
            ? new Beats(3 * 4 * Music.Beats.PerQuarter / bar.Meter.Unit)
            : Music.Beats.Quarters(1);
        var count = Math.Max(1, (bar.Length + beat - new Beats(1)).DividedBy(beat));
        for (var i = 0; i < count; i++)
        {
            var start = bar.Start + beat * i;
            yield return new HarmonySlot(start, start + beat < bar.End ? beat : bar.End - start, i, count);
        }
    }
}
