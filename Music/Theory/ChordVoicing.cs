namespace GpuJazz.Music;

/// <summary>Pitches for chord symbols: the bass low, the other notes close together above it, moving as little as they can.</summary>
internal static class ChordVoicing
{
    // The bass lies in the octave from F2; the others lie within an octave that begins between F3 and B3.
    private const int LowestBass = 41;
    private const int LowestWindow = 53;
    private const int HighestWindow = 59;

    // Where the upper notes rest when nothing came before: around middle C.
    private const int Middle = 60;

    /// <summary>A chord by itself.</summary>
    /// <param name="chord">The chord.</param>
    /// <returns>MIDI note numbers, lowest first; empty for N.C.</returns>
    public static IReadOnlyList<int> First(ChordSymbol chord) => After([], chord);

    /// <summary>A chord after another.</summary>
    /// <param name="previous">The pitches before it, lowest first; empty if there are none.</param>
    /// <param name="chord">The chord.</param>
    /// <returns>MIDI note numbers, lowest first; empty for N.C.</returns>
    public static IReadOnlyList<int> After(IReadOnlyList<int> previous, ChordSymbol chord)
    {
        if (chord.IsNone) return [];
        var classes = chord.Intervals.Select(interval => (chord.Root + interval) % 12).Distinct().Except([chord.Bass]).ToArray();
        int[] upper = [.. Enumerable.Range(LowestWindow, HighestWindow - LowestWindow + 1)
            .Select(window => classes.Select(note => AtOrAbove(window, note)).Order().ToArray())
            .MinBy(notes => Movement(previous, notes)) ?? []];
        return [AtOrAbove(LowestBass, chord.Bass), .. upper];
    }

    private static int AtOrAbove(int lowest, int pitchClass) => lowest + ((pitchClass - lowest) % 12 + 12) % 12;

    // How far the notes move: each from the nearest upper note before it. The distance from the middle decides among equals.
    private static int Movement(IReadOnlyList<int> previous, int[] notes)
    {
        var fromMiddle = notes.Sum(note => Math.Abs(note - Middle));
        if (previous.Count < 2) return fromMiddle;
        var moved = notes.Sum(note => previous.Skip(1).Min(before => Math.Abs(before - note)));
        return (100 * moved) + fromMiddle;
    }
}
