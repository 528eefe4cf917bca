namespace GpuJazz.Music;

/// <summary>What a chord is taken for, and what a note is to it.</summary>
public sealed class ChordAnalysis
{
    private ChordAnalysis(IReadOnlyList<SpelledPitch> pitches, SpelledPitch root, ChordQuality quality, Scale scale)
    {
        Pitches = pitches;
        Root = root;
        Quality = quality;
        Scale = scale;
    }

    /// <summary>The chord's pitches, spelled, in the order in which they were read.</summary>
    public IReadOnlyList<SpelledPitch> Pitches { get; }

    /// <summary>The root, one of the pitches.</summary>
    public SpelledPitch Root { get; }

    /// <summary>The quality.</summary>
    public ChordQuality Quality { get; }

    /// <summary>The scale that is played over it: major over a major chord, Dorian over any other.</summary>
    public Scale Scale { get; }

    /// <summary>Whether the chord is major.</summary>
    public bool IsMajor => Quality == ChordQuality.Major;

    /// <summary>Analyses a chord.</summary>
    /// <param name="pitches">MIDI note numbers, at least one, in the order in which they were read (the order decides ties).</param>
    /// <returns>Root, quality and scale.</returns>
    public static ChordAnalysis Of(IEnumerable<int> pitches)
    {
        SpelledPitch[] spelled = [.. pitches.Select(SpelledPitch.OfMidi)];
        var root = ChordRoot.Of(spelled);
        var quality = QualityOf(spelled, root);
        var scale = Scale.Holding(quality == ChordQuality.Major ? Mode.Major : Mode.Dorian, spelled);
        return new ChordAnalysis(spelled, root, quality, scale);
    }

    /// <summary>What a note is to this chord: the first that fits of chord tone, scale tone, approach tone, other.</summary>
    /// <param name="pitch">MIDI note number.</param>
    /// <returns>The type; never <see cref="ToneType.Rest"/>.</returns>
    public ToneType TypeOf(int pitch) =>
        IsChordTone(pitch) ? ToneType.Chord
        : IsScaleTone(pitch) ? ToneType.Scale
        : IsApproachTone(pitch) ? ToneType.Approach
        : ToneType.Other;

    /// <summary>Whether a note's name is in the chord, in any octave.</summary>
    /// <param name="pitch">MIDI note number.</param>
    /// <returns>True for a chord tone.</returns>
    public bool IsChordTone(int pitch) => Pitches.Any(SpelledPitch.OfMidi(pitch).HasNameOf);

    /// <summary>Whether a note's spelled name is in the chord's scale.</summary>
    /// <param name="pitch">MIDI note number.</param>
    /// <returns>True for a scale tone.</returns>
    public bool IsScaleTone(int pitch) => Scale.Contains(SpelledPitch.OfMidi(pitch));

    /// <summary>Whether a note is one semitone from some note of the chord, by pitch class.</summary>
    /// <param name="pitch">MIDI note number.</param>
    /// <returns>True for an approach tone.</returns>
    public bool IsApproachTone(int pitch) => Pitches.Any(tone => SpelledPitch.FloorModulo(pitch - tone.Midi, 12) is 1 or 11);

    private static ChordQuality QualityOf(SpelledPitch[] pitches, SpelledPitch root)
    {
        var names = pitches.DistinctBy(pitch => (pitch.Letter, pitch.Accidental)).ToArray();
        if (names.DistinctBy(pitch => pitch.Letter).Count() < names.Length) return ChordQuality.Other;

        return (SemitonesAbove(root, 2, names), SemitonesAbove(root, 4, names)) switch
        {
            (4, 7 or null) => ChordQuality.Major,
            (3, 7 or null) => ChordQuality.Minor,
            (4, 8) => ChordQuality.Augmented,
            (3, 6) => ChordQuality.Diminished,
            _ => ChordQuality.Other,
        };
    }

    // Semitones, modulo an octave, from the root to the note some letter steps above it; null if there is none.
    private static int? SemitonesAbove(SpelledPitch root, int steps, SpelledPitch[] names)
    {
        foreach (var pitch in names)
            if (pitch.Letter == (root.Letter + steps) % 7) return SpelledPitch.FloorModulo(pitch.Midi - root.Midi, 12);
        return null;
    }
}
