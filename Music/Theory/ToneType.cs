namespace GpuJazz.Music;

/// <summary>What a note of the melody is to the chord under it; the first letter of its token.</summary>
public enum ToneType
{
    /// <summary><c>R</c>: nothing sounds.</summary>
    Rest,

    /// <summary><c>C</c>: a note of the chord, in any octave.</summary>
    Chord,

    /// <summary><c>S</c>: a note of the chord's scale, by its spelled name.</summary>
    Scale,

    /// <summary><c>A</c>: a semitone from some note of the chord, in any octave.</summary>
    Approach,

    /// <summary><c>X</c>: anything else.</summary>
    Other,
}
