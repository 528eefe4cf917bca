namespace GpuJazz.Music;

/// <summary>The kind of a chord by its third and fifth.</summary>
public enum ChordQuality
{
    /// <summary>None of the others, or one letter with two names (G and G#).</summary>
    Other,

    /// <summary>Third of 4 semitones, fifth of 7 or none.</summary>
    Major,

    /// <summary>Third of 3 semitones, fifth of 7 or none.</summary>
    Minor,

    /// <summary>Third of 4 semitones, fifth of 8.</summary>
    Augmented,

    /// <summary>Third of 3 semitones, fifth of 6.</summary>
    Diminished,
}
