namespace Melanchall.DryWetMidi.Core;

/// <summary>What to do with a track that lacks the End Of Track event.</summary>
public enum MissedEndOfTrackPolicy : byte
{
    /// <summary>Go on.</summary>
    Ignore = 0,

    /// <summary>Throw a <see cref="MissedEndOfTrackEventException"/>.</summary>
    Abort,
}
