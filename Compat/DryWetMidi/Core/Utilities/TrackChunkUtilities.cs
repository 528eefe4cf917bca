using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>Extension methods on tracks.</summary>
public static class TrackChunkUtilities
{
    /// <summary>The tracks of a file.</summary>
    /// <param name="midiFile">The file.</param>
    /// <returns>The tracks in their order.</returns>
    public static IEnumerable<TrackChunk> GetTrackChunks(this MidiFile midiFile) => midiFile.Chunks.OfType<TrackChunk>();

    /// <summary>The channels that a track uses.</summary>
    /// <param name="trackChunk">The track.</param>
    /// <returns>Each channel once, in the order of first use.</returns>
    public static IEnumerable<FourBitNumber> GetChannels(this TrackChunk trackChunk) =>
        [.. trackChunk.Events.OfType<ChannelEvent>().Select(e => e.Channel).Distinct()];

    /// <summary>The channels that tracks use.</summary>
    /// <param name="trackChunks">The tracks.</param>
    /// <returns>Each channel once, in the order of first use.</returns>
    public static IEnumerable<FourBitNumber> GetChannels(this IEnumerable<TrackChunk> trackChunks) =>
        [.. trackChunks.SelectMany(GetChannels).Distinct()];
}
