namespace GpuJazz.Music;

/// <summary>Lays a chord out for the left hand and leads its voices from the chord before.</summary>
/// <remarks>
/// The bass (the chord's lowest note) lies between E2 and D#3; above it up to four other notes in close position with the lowest
/// between E3 and D#4, the highest at most G4: below the solo, or nearly. Of more than four the fifth is left out first, then the root, then the
/// last read.
/// Of the layouts the one wins whose voices move least, that lies near A3, with no semitone on top and no mud over the bass.
/// </remarks>
internal static class Voicing
{
    private const int LowestBass = 40;
    private const int LowestUpper = 52;
    private const int HighestUpper = 67;
    private const int Centre = 57;
    private const int MostUpper = 4;
    private const double OffCentre = 0.5;
    private const double SemitoneOnTop = 3;
    private const double Mud = 3;

    /// <summary>Lays out a chord.</summary>
    /// <param name="pitches">The chord's MIDI note numbers.</param>
    /// <param name="previous">The layout before it, or null.</param>
    /// <returns>MIDI note numbers, ascending, bass first.</returns>
    public static IReadOnlyList<int> Of(IReadOnlyList<int> pitches, IReadOnlyList<int>? previous)
    {
        var bass = At(pitches.Min(), LowestBass);
        var upper = UpperClasses(pitches, bass % 12);
        return Layouts(upper).Select(layout => (int[])[bass, .. layout]).MinBy(layout => Cost(layout, previous))!;
    }

    private static int[] UpperClasses(IReadOnlyList<int> pitches, int bass)
    {
        List<int> classes = [.. pitches.Select(pitch => pitch % 12).Distinct()];
        if (classes.Count > 1) classes.Remove(bass);
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

    private static double Cost(int[] layout, IReadOnlyList<int>? previous)
    {
        var cost = OffCentre * Math.Abs(layout[1..].Average() - Centre);
        if (layout.Length > 2 && layout[^1] - layout[^2] == 1) cost += SemitoneOnTop;
        if (layout[1] - layout[0] < 3) cost += Mud;
        if (previous is not null) cost += layout[1..].Average(pitch => (double)previous.Skip(1).Min(other => Math.Abs(other - pitch)));
        return cost;
    }

    // The lowest pitch of a class that isn't below another pitch.
    private static int At(int pitch, int lowest) => lowest + ((pitch - lowest) % 12 + 12) % 12;
}
