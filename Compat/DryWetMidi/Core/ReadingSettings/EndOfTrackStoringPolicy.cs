namespace Melanchall.DryWetMidi.Core;

/// <summary>Whether End Of Track events are kept among a track's events.</summary>
public enum EndOfTrackStoringPolicy
{
    /// <summary>Leave them out.</summary>
    Omit = 0,

    /// <summary>Keep them.</summary>
    Store,
}
