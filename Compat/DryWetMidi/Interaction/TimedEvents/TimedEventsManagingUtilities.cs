using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Extension methods that give events their times.</summary>
public static class TimedEventsManagingUtilities
{
    /// <summary>Copies of a track's events with their times.</summary>
    /// <param name="eventsCollection">The track's events.</param>
    /// <returns>The events in their order.</returns>
    public static ICollection<TimedEvent> GetTimedEvents(this EventsCollection eventsCollection) =>
        [.. eventsCollection.WithTimes().Select(e => new TimedEvent(e.Event.Clone(), e.Time))];

    /// <summary>Copies of a track's events with their times.</summary>
    /// <param name="trackChunk">The track.</param>
    /// <returns>The events in their order.</returns>
    public static ICollection<TimedEvent> GetTimedEvents(this TrackChunk trackChunk) => trackChunk.Events.GetTimedEvents();

    /// <summary>Copies of the events of tracks with their times.</summary>
    /// <param name="trackChunks">The tracks.</param>
    /// <returns>The events in the order of their times; at the same time in the order of the tracks.</returns>
    public static ICollection<TimedEvent> GetTimedEvents(this IEnumerable<TrackChunk> trackChunks) =>
        [.. trackChunks.WithTracks().Select(e => e.Event)];

    /// <summary>Copies of a file's events with their times.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The events in the order of their times; at the same time in the order of the tracks.</returns>
    public static ICollection<TimedEvent> GetTimedEvents(this MidiFile file) => file.GetTrackChunks().GetTimedEvents();

    /// <summary>A track's events to be changed.</summary>
    /// <param name="eventsCollection">The track's events.</param>
    /// <returns>What has to be disposed of for the changes to be written.</returns>
    public static TimedObjectsManager<TimedEvent> ManageTimedEvents(this EventsCollection eventsCollection) => new(eventsCollection);

    /// <summary>A track's events to be changed.</summary>
    /// <param name="trackChunk">The track.</param>
    /// <returns>What has to be disposed of for the changes to be written.</returns>
    public static TimedObjectsManager<TimedEvent> ManageTimedEvents(this TrackChunk trackChunk) => trackChunk.Events.ManageTimedEvents();

    /// <summary>The same, each with its track's number.</summary>
    internal static IEnumerable<(TimedEvent Event, int Track)> WithTracks(this IEnumerable<TrackChunk> trackChunks) => trackChunks
        .SelectMany((track, number) => track.Events.GetTimedEvents().Select(e => (Event: e, Track: number)))
        .OrderBy(e => e.Event.Time);
}
