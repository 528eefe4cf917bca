namespace Melanchall.DryWetMidi.Core;

/// <summary>What to do when the data ends too early.</summary>
public enum NotEnoughBytesPolicy
{
    /// <summary>Throw a <see cref="NotEnoughBytesException"/>.</summary>
    Abort = 0,

    /// <summary>Keep what has been read.</summary>
    Ignore,
}
