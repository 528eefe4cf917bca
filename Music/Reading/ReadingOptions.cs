namespace GpuJazz.Music;

/// <summary>How the melody and the chords are found in a file.</summary>
public enum ReadingKind
{
    /// <summary>By the tracks' names, else as <see cref="DeepJazz"/> if that fits, else as <see cref="General"/>.</summary>
    Auto,

    /// <summary>By what the parts play.</summary>
    General,

    /// <summary>The fixed parts and beats of the system that the published figures come from.</summary>
    DeepJazz,
}

/// <summary>What becomes of the gaps in a melody.</summary>
public enum RestsKind
{
    /// <summary>Nothing: the melody is its notes.</summary>
    None,

    /// <summary>The gaps of the melody's first voice become rests.</summary>
    Melody,
}

/// <summary>How a tune is read.</summary>
/// <param name="Reading">How its melody and chords are found.</param>
/// <param name="Rests">What becomes of the gaps in its melody.</param>
public sealed record ReadingOptions(ReadingKind Reading, RestsKind Rests)
{
    /// <summary>The index of the part that plays the melody; null to find it. One of the two makes the reading general.</summary>
    public int? Melody { get; init; }

    /// <summary>The index of the part that plays the chords; null to find them.</summary>
    public int? Chords { get; init; }
}
