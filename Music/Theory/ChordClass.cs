namespace GpuJazz.Music;

/// <summary>Chords as a model hears them: the family, and the root as a degree of the key, so that a tune means the same in every key.</summary>
/// <remarks>A class is 7·degree + family, where the degree is the root's distance above the tonic in semitones; the last class is no chord.</remarks>
public static class ChordClass
{
    private const int Families = 7;
    private const int Octave = 12;

    /// <summary>The class of what can't be told, or of no chord.</summary>
    public const int None = Octave * Families;

    /// <summary>How many classes there are: 12 degrees of 7 families, and none.</summary>
    public const int Count = None + 1;

    // Of each family in its order, the notes that it is known by, in semitones above the root.
    private static readonly int[][] tones = [[0, 4, 7], [0, 3, 7], [0, 4, 7, 10], [0, 3, 6, 10], [0, 3, 6, 9], [0, 4, 8], [0, 5, 7]];

    /// <summary>
    /// What each class is made of: its notes, parts 0 to 11, as degrees like the root, and its root, parts 12 to 23. No chord has none.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<int>> Parts { get; } =
        [.. Enumerable.Range(0, None).Select(number => PartsOf(number / Families, number % Families)), []];

    /// <summary>The class of a chord.</summary>
    /// <param name="pitches">MIDI note numbers; the lowest is the bass. A note that is foreign to the chord that explains them best is passed over.</param>
    /// <param name="tonic">The key's tonic, a pitch class.</param>
    /// <returns>0 to <see cref="Count"/> − 1; <see cref="None"/> of fewer than two pitch classes.</returns>
    public static int Of(IReadOnlyCollection<int> pitches, int tonic) => ChordTemplates.Explaining(pitches) is { } chord
        ? (SpelledPitch.FloorModulo(chord.Root - tonic, Octave) * Families) + (int)FamilyOf(ChordKinds.Parse(chord.Kind)!.Value.Intervals)
        : None;

    /// <summary>What roots are told from.</summary>
    /// <param name="kind">The tokens that are heard with the chords.</param>
    /// <param name="tonic">The key's tonic, a pitch class.</param>
    /// <returns>To tokens that name pitches a key means nothing, and a root is its pitch class: told from C. To others it is the tonic.</returns>
    public static int TonicFor(TokenKind kind, int tonic) => kind == TokenKind.Absolute ? 0 : tonic;

    /// <summary>The family of a chord by its notes.</summary>
    /// <param name="intervals">The notes in semitones above the root, as <see cref="ChordSymbol.Intervals"/> has them.</param>
    /// <returns>The family.</returns>
    public static ChordFamily FamilyOf(IReadOnlyCollection<int> intervals)
    {
        var hasMinorSeventh = intervals.Contains(10);
        if (intervals.Contains(4))
            return hasMinorSeventh ? ChordFamily.Dominant : intervals.Contains(8) ? ChordFamily.Augmented : ChordFamily.Major;
        if (!intervals.Contains(3)) return ChordFamily.Suspended;
        return !intervals.Contains(6) || intervals.Contains(7) ? ChordFamily.Minor
            : hasMinorSeventh ? ChordFamily.HalfDiminished : ChordFamily.Diminished;
    }

    private static int[] PartsOf(int root, int family) => [.. tones[family].Select(tone => (root + tone) % Octave), Octave + root];
}
