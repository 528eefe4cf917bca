namespace Melanchall.DryWetMidi.Core;

/// <summary>What to do when a chunk's content is longer or shorter than declared.</summary>
public enum InvalidChunkSizePolicy : byte
{
    /// <summary>Throw an <see cref="InvalidChunkSizeException"/>.</summary>
    Abort = 0,

    /// <summary>Go on, after the declared end if that is later.</summary>
    Ignore,
}
