namespace Melanchall.DryWetMidi.Core;

/// <summary>What to do with a status byte that means nothing in a file.</summary>
public enum UnknownChannelEventPolicy
{
    /// <summary>Throw an <see cref="UnknownChannelEventException"/>.</summary>
    Abort = 0,

    /// <summary>Go on with the next byte.</summary>
    SkipStatusByte,

    /// <summary>Leave one more byte out.</summary>
    SkipStatusByteAndOneDataByte,

    /// <summary>Leave two more bytes out.</summary>
    SkipStatusByteAndTwoDataBytes,
}
