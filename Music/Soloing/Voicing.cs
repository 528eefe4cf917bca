namespace GpuJazz.Music;

/// <summary>Lays a chord out for the left hand and leads its voices from the chord before.</summary>
/// <remarks>
/// The bass (the chord's lowest note) lies between E2 and D#3; above it up to four other notes in close position with the lowest
/// between E3 and D#4, the highest at most G4: below the solo, or nearly. Of more than four the fifth is left out first, then the root, then the
/// last read.
/// Where a bass plays the lowest note it is left out, and doubled above only in a chord of three notes or fewer.
/// Of the layouts the one wins whose voices move least, that lies near A3, with no semitone on top and no mud over the bass.
/// </remarks>
internal static class Voicing
{
    private const int LowestBass = 40;
    private const int LowestUpper = 52;
    private const int HighestUpper = 67;
    private const int Centre = 57;
    private const int MostUpper = 4;
    private const int RootlessFrom = 4;
    private const double OffCentre = 0.5;
    private const double SemitoneOnTop = 3;
    private const double Mud = 3;

    /// <summary>Lays out a chord.</summary>
    /// <param name="pitches">The chord's MIDI note numbers.</param>
    /// <param name="previous">The layout before it, or null.</param>
    /// <param name="hasBass">Whether a bass plays the lowest note.</param>
    /// <returns>MIDI note numbers, ascending, bass first unless it is left out.</returns>
    public static IReadOnlyList<int> Of(IReadOnlyList<int> pitches, IReadOnlyList<int>? previous, bool hasBass)
    {
        var bass = At(pitches.Min(), LowestBass);
        var upper = UpperClasses(pitches, bass % 12, hasBass ? RootlessFrom : 2);
        int[] low = hasBass ? [] : [bass];
        return [.. low, .. Layouts(upper).MinBy(layout => Cost(low, layout, previous?.Skip(low.Length)))!];
    }

    private static int[] UpperClasses(IReadOnlyList<int> pitches, int bass, int fewest)
    {
        List<int> classes = [.. pitches.Select(pitch => pitch % 12).Distinct()];
        if (classes.Count >= fewest) classes.Remove(bass);
        var root = ChordAnalysis.Of(pitches).Root.PitchClass;
        if (classes.Count > MostUpper) classes.Remove((root + 7) % 12);
        if (classes.Count > MostUpper) classes.Remove(root);
        return [.. classes.Take(MostUpper).Order()];
    }

    // Every inversion at every place: each pitch class at the bottom, the others stacked above it without a gap.
    private static IEnumerable<int[]> Layouts(int[] classes)
    {
        for (var inversion = 0; inversion < classes.Length; inversion++)
        {
            var layout = new int[classes.Length];
            layout[0] = At(classes[inversion], LowestUpper);
            for (var voice = 1; voice < classes.Length; voice++)
                layout[voice] = At(classes[(inversion + voice) % classes.Length], layout[voice - 1] + 1);
            if (layout[^1] <= HighestUpper) yield return layout;
        }
    }

    private static double Cost(int[] low, int[] upper, IEnumerable<int>? previous)
    {
        var cost = OffCentre * Math.Abs(upper.Average() - Centre);
        if (upper.Length > 1 && upper[^1] - upper[^2] == 1) cost += SemitoneOnTop;
        if (low.Length > 0 && upper[0] - low[0] < 3) cost += Mud;
        if (previous is not null) cost += upper.Average(pitch => (double)previous.Min(other => Math.Abs(other - pitch)));
        return cost;
    }

    // The lowest pitch of a class that isn't below another pitch.
    private static int At(int pitch, int lowest) => lowest + ((pitch - lowest) % 12 + 12) % 12;
}
