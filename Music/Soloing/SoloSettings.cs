namespace GpuJazz.Music;

/// <summary>How tokens become a solo.</summary>
/// <param name="Style">The rules.</param>
/// <param name="Seed">The seed of every random choice: the same tokens, changes and seed give the same solo.</param>
/// <param name="BeatsPerMinute">The tempo, in quarter notes a minute, from 20 to 400; the published solos have 130.</param>
public sealed record SoloSettings(SoloStyle Style = SoloStyle.Played, int Seed = 0, double BeatsPerMinute = 130)
{
    /// <summary>Who plays with the soloist (played).</summary>
    public Accompaniment Accompaniment { get; init; } = Accompaniment.All;

    /// <summary>Where the line lies (played).</summary>
    public Register Register { get; init; } = Register.RightHand;

    /// <summary>How many measures the solo fills, to the last twelfth of a beat (played); null for as many as its tokens take.</summary>
    public int? Bars { get; init; }

    /// <summary>How unevenly eighths are played (played); null leaves a swung line at two to one and a straight one straight.</summary>
    public Swing? Swing { get; init; }
}

/// <summary>Who plays with a soloist.</summary>
[Flags]
public enum Accompaniment
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>A piano that comps.</summary>
    Piano = 1,

    /// <summary>A walking bass.</summary>
    Bass = 2,

    /// <summary>Ride cymbal, hi-hat, and a little bass drum and snare.</summary>
    Drums = 4,

    /// <summary>All three.</summary>
    All = Piano | Bass | Drums,
}

/// <summary>The rules by which tokens become a solo.</summary>
public enum SoloStyle
{
    /// <summary>As a player would: in time, over the changes measure by measure, in one register.</summary>
    Played,

    /// <summary>As the published programs did, with their overlapping measures and shifted starts.</summary>
    Original,
}
