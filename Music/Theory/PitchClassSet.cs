namespace GpuJazz.Music;

/// <summary>Sets of pitch classes as twelve bits: bit 0 is C, bit 11 is B.</summary>
internal static class PitchClassSet
{
    private const int All = 0xFFF;

    /// <summary>The pitch classes of some pitches.</summary>
    /// <param name="pitches">Pitches or intervals, not negative.</param>
    public static int Of(IEnumerable<int> pitches) => pitches.Aggregate(0, (set, pitch) => set | (1 << (pitch % 12)));

    /// <summary>Whether a set has a pitch's class.</summary>
    /// <param name="set">The set.</param>
    /// <param name="pitch">MIDI note number.</param>
    public static bool Has(int set, int pitch) => (set >> (pitch % 12) & 1) != 0;

    /// <summary>The set as seen from one of its notes: bit 0 is that note.</summary>
    /// <param name="set">The set.</param>
    /// <param name="root">The note's pitch class.</param>
    public static int From(int set, int root) => ((set >> root) | (set << (12 - root))) & All;
}
