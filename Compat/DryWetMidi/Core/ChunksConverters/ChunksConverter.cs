using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>Arranges tracks as a file format asks for.</summary>
internal static class ChunksConverter
{
    private const int ChannelsCount = 16;

    /// <summary>The chunks to be written for a format: tracks first where they had to be rearranged, then the others.</summary>
    public static IEnumerable<MidiChunk> Convert(ICollection<MidiChunk> chunks, MidiFileFormat format)
    {
        TrackChunk[] tracks = [.. chunks.OfType<TrackChunk>()];
        var converted = format switch
        {
            MidiFileFormat.SingleTrack when tracks.Length > 1 => Merge(tracks),
            MidiFileFormat.MultiTrack when tracks.Length == 1 => SplitByChannel(tracks[0]),
            MidiFileFormat.MultiSequence when tracks.Length > 1 => MergeBySequence(tracks),
            _ => null,
        };
        return converted is null ? chunks : [.. converted, .. chunks.Where(c => c is not TrackChunk)];
    }

    /// <summary>One track of all events by time; at the same time meta events come first, then the order of tracks counts.</summary>
    private static IEnumerable<TrackChunk> Merge(IEnumerable<TrackChunk> tracks)
    {
        var merged = new TrackChunk();
        var last = 0L;
        var events = tracks.SelectMany(t => t.Events.WithTimes()).OrderBy(e => e.Time).ThenBy(e => e.Event is not MetaEvent);
        foreach (var (midiEvent, time) in events)
        {
            var clone = midiEvent.Clone();
            clone.DeltaTime = time - last;
            merged.Events.Add(clone);
            last = time;
        }

        return merged.Events.Count > 0 ? [merged] : [];
    }

    /// <summary>A track for what has no channel, then one for each channel in use.</summary>
    private static IEnumerable<TrackChunk> SplitByChannel(TrackChunk track)
    {
        var parts = Enumerable.Range(0, ChannelsCount + 1).Select(_ => new TrackChunk()).ToArray();
        var times = new long[parts.Length];
        FourBitNumber? prefix = null;
        foreach (var (midiEvent, time) in track.Events.WithTimes())
        {
            if (midiEvent is not MetaEvent)
                prefix = null;
            else if (midiEvent is ChannelPrefixEvent channelPrefix)
                prefix = channelPrefix.Channel < ChannelsCount ? (FourBitNumber)channelPrefix.Channel : null;

            var part = ((midiEvent as ChannelEvent)?.Channel ?? prefix) is { } channel ? channel + 1 : 0;
            var clone = midiEvent.Clone();
            clone.DeltaTime = time - times[part];
            parts[part].Events.Add(clone);
            times[part] = time;
        }

        return parts.Where(p => p.Events.Count > 0);
    }

    /// <summary>One track for each sequence number; a track without one counts by its place.</summary>
    private static IEnumerable<TrackChunk> MergeBySequence(IEnumerable<TrackChunk> tracks) => tracks
        .Select((track, place) => (Track: track, Number: SequenceNumber(track) ?? place))
        .GroupBy(t => t.Number, t => t.Track)
        .SelectMany(g => g.Count() > 1 ? Merge(g) : g);

    private static int? SequenceNumber(TrackChunk track) =>
        track.Events.TakeWhile(e => e.DeltaTime == 0).OfType<SequenceNumberEvent>().FirstOrDefault()?.Number;
}
