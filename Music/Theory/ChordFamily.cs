namespace GpuJazz.Music;

/// <summary>The kinds of chord that a player tells apart at a glance, whatever is added above.</summary>
public enum ChordFamily
{
    /// <summary>Major third, no minor seventh: triads, sixths, major sevenths.</summary>
    Major,

    /// <summary>Minor third and no diminished fifth.</summary>
    Minor,

    /// <summary>Major third and minor seventh, whatever is altered.</summary>
    Dominant,

    /// <summary>Minor third, diminished fifth, minor seventh.</summary>
    HalfDiminished,

    /// <summary>Minor third and diminished fifth: triads, diminished sevenths.</summary>
    Diminished,

    /// <summary>Major third and augmented fifth without a minor seventh.</summary>
    Augmented,

    /// <summary>No third.</summary>
    Suspended,
}
