namespace Melanchall.DryWetMidi.Core;

/// <summary>What to do when the header counts other than the number of tracks.</summary>
public enum UnexpectedTrackChunksCountPolicy
{
    /// <summary>Go on.</summary>
    Ignore = 0,

    /// <summary>Throw an <see cref="UnexpectedTrackChunksCountException"/>.</summary>
    Abort,
}
