using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>There are more tracks than a header can count.</summary>
public sealed class TooManyTrackChunksException : MidiException
{
    internal TooManyTrackChunksException(int trackChunksCount)
        : base($"There are {trackChunksCount} track chunks; a file holds at most {ushort.MaxValue}.")
        => TrackChunksCount = trackChunksCount;

    /// <summary>The number of tracks.</summary>
    public int TrackChunksCount { get; }
}
