namespace Melanchall.DryWetMidi.Core;

/// <summary>What to do with tracks beyond the number in the header.</summary>
public enum ExtraTrackChunkPolicy : byte
{
    /// <summary>Read them.</summary>
    Read = 0,

    /// <summary>Leave them out.</summary>
    Skip,
}
