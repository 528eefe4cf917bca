namespace GpuJazz.Music;

/// <summary>How tokens become a solo.</summary>
/// <param name="Style">The rules.</param>
/// <param name="Seed">The seed of every random choice: the same tokens, changes and seed give the same solo.</param>
/// <param name="BeatsPerMinute">The tempo, in quarter notes a minute, from 20 to 400; the published solos have 130.</param>
public sealed record SoloSettings(SoloStyle Style = SoloStyle.Played, int Seed = 0, double BeatsPerMinute = 130);

/// <summary>The rules by which tokens become a solo.</summary>
public enum SoloStyle
{
    /// <summary>As a player would: in time, over the changes measure by measure, in one register.</summary>
    Played,

    /// <summary>As the published programs did, with their overlapping measures and shifted starts.</summary>
    Original,
}
