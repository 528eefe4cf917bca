namespace GpuJazz.Music;

/// <summary>What a chord is called in a score.</summary>
/// <param name="Root">The root's pitch class, 0 (C) to 11 (B).</param>
/// <param name="Kind">MusicXML's word for the kind of chord.</param>
/// <param name="Suffix">What is printed after the root: empty, <c>m7</c>, <c>7b9</c>.</param>
/// <param name="Bass">The pitch class of the lowest note.</param>
/// <param name="Degree">A note that the kind has not: its degree, and how it is altered; null if there is none.</param>
internal readonly record struct HarmonyName(int Root, string Kind, string Suffix, int Bass, (int Value, int Alter)? Degree)
{
    private const int PitchClasses = 12;
    private const int Fifth = 7;

    // What the best name is found by; the least is taken.
    private const double Missing = 1;
    private const double MissingFifth = 0.4;
    private const double Extra = 0.7;
    private const double OtherBass = 0.5;

    /// <summary>As it is written above a staff: <c>Bbm7</c>, <c>C/E</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Note(Root) + Suffix + (Bass == Root ? "" : "/" + Note(Bass));

    /// <summary>Names a chord.</summary>
    /// <param name="pitches">MIDI note numbers, at least one.</param>
    /// <returns>The name that has the most of its notes and the fewest others, its root in the bass if that can be.</returns>
    public static HarmonyName Of(IReadOnlyList<int> pitches)
    {
        var bass = pitches.Min() % PitchClasses;
        var sounding = pitches.Select(pitch => pitch % PitchClasses).ToHashSet();
        var names =
            from root in sounding.OrderBy(root => (root - bass + PitchClasses) % PitchClasses)
            from kind in MusicXmlKinds.Written
            select (Name: new HarmonyName(root, kind.Kind, kind.Suffix!, bass, kind.Degree), Cost: Cost(root, kind.Intervals));
        return names.MinBy(named => named.Cost).Name;

        double Cost(int root, IReadOnlyList<int> intervals)
        {
            var tones = intervals.Select(interval => (root + interval) % PitchClasses).ToHashSet();
            return tones.Where(tone => !sounding.Contains(tone)).Sum(tone => (tone - root + PitchClasses) % PitchClasses == Fifth ? MissingFifth : Missing)
                + (Extra * sounding.Count(tone => !tones.Contains(tone))) + (root == bass ? 0 : OtherBass);
        }
    }

    private static string Note(int pitchClass) => SpelledPitch.OfMidi(pitchClass).Name.Replace('-', 'b');
}
