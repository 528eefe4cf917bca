using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>The file has a chunk of a kind that isn't known.</summary>
public sealed class UnknownChunkException : MidiException
{
    internal UnknownChunkException(string chunkId)
        : base($"The chunk '{chunkId}' is of no known kind.")
        => ChunkId = chunkId;

    /// <summary>The chunk's four letters.</summary>
    public string ChunkId { get; }
}
