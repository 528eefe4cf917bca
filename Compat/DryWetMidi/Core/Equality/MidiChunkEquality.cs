namespace Melanchall.DryWetMidi.Core;

/// <summary>Compares chunks by what they hold.</summary>
internal static class MidiChunkEquality
{
    /// <summary>The first difference, or null.</summary>
    public static string? Difference(MidiChunk? chunk1, MidiChunk? chunk2) => (chunk1, chunk2) switch
    {
        _ when ReferenceEquals(chunk1, chunk2) => null,
        (null, _) or (_, null) => "One of the chunks is null.",
        (TrackChunk a, TrackChunk b) => Difference(a.Events, b.Events),
        (UnknownChunk a, UnknownChunk b) when a.ChunkId == b.ChunkId && MidiEventEquality.Same(a.Data, b.Data) => null,
        _ => $"The chunks are '{chunk1}' and '{chunk2}'.",
    };

    private static string? Difference(EventsCollection events1, EventsCollection events2)
    {
        if (events1.Count != events2.Count)
            return $"There are {events1.Count} and {events2.Count} events.";
        for (var i = 0; i < events1.Count; i++)
            if (MidiEventEquality.Difference(events1[i], events2[i]) is { } difference)
                return $"Event {i}: {difference}";
        return null;
    }
}
