using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>A chunk's content is longer or shorter than its header says.</summary>
public sealed class InvalidChunkSizeException : MidiException
{
    internal InvalidChunkSizeException(string chunkId, long expectedSize, long actualSize)
        : base($"The {chunkId} chunk declares {expectedSize} bytes, but its content takes {actualSize}.")
    {
        ChunkId = chunkId;
        ExpectedSize = expectedSize;
        ActualSize = actualSize;
    }

    /// <summary>The chunk's four letters.</summary>
    public string ChunkId { get; }

    /// <summary>The size declared, in bytes.</summary>
    public long ExpectedSize { get; }

    /// <summary>The size read, in bytes.</summary>
    public long ActualSize { get; }
}
