namespace Melanchall.DryWetMidi.Core;

/// <summary>What to do with chunks of other kinds than MThd and MTrk.</summary>
public enum UnknownChunkIdPolicy : byte
{
    /// <summary>Keep their bytes in an <see cref="UnknownChunk"/>.</summary>
    ReadAsUnknownChunk = 0,

    /// <summary>Leave them out.</summary>
    Skip,

    /// <summary>Throw an <see cref="UnknownChunkException"/>.</summary>
    Abort,
}
