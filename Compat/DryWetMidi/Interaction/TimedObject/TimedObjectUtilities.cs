using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Extension methods on objects with a time.</summary>
public static class TimedObjectUtilities
{
    /// <summary>An object's time in other units.</summary>
    /// <typeparam name="TTime">The units.</typeparam>
    /// <param name="obj">The object.</param>
    /// <param name="tempoMap">The tempos.</param>
    /// <returns>The time.</returns>
    public static TTime TimeAs<TTime>(this ITimedObject obj, TempoMap tempoMap)
        where TTime : ITimeSpan => TimeConverter.ConvertTo<TTime>(obj.Time, tempoMap);

    /// <summary>A track of the given events, notes and chords.</summary>
    /// <param name="timedObjects">The objects in any order; at the same time their order is kept.</param>
    /// <returns>The track.</returns>
    public static TrackChunk ToTrackChunk(this IEnumerable<ITimedObject> timedObjects)
    {
        var track = new TrackChunk();
        track.AddObjects(timedObjects);
        return track;
    }

    /// <summary>A file with one track of the given events, notes and chords.</summary>
    /// <param name="timedObjects">The objects in any order; at the same time their order is kept.</param>
    /// <returns>The file.</returns>
    public static MidiFile ToFile(this IEnumerable<ITimedObject> timedObjects) => new(timedObjects.ToTrackChunk());

    /// <summary>Adds events, notes and chords to a track; at the same time they come after what is there.</summary>
    /// <param name="trackChunk">The track.</param>
    /// <param name="timedObjects">The objects in any order; at the same time their order is kept.</param>
    public static void AddObjects(this TrackChunk trackChunk, IEnumerable<ITimedObject> timedObjects) =>
        trackChunk.Events.AddObjects(timedObjects);

    /// <summary>Adds events, notes and chords to a track's events; at the same time they come after what is there.</summary>
    /// <param name="eventsCollection">The track's events.</param>
    /// <param name="timedObjects">The objects in any order; at the same time their order is kept.</param>
    public static void AddObjects(this EventsCollection eventsCollection, IEnumerable<ITimedObject> timedObjects)
    {
        ArgumentNullException.ThrowIfNull(timedObjects);
        var added = timedObjects.SelectMany(Events).Select(e => (e.Event, e.Time));
        (MidiEvent Event, long Time)[] all = [.. eventsCollection.WithTimes().Concat(added).OrderBy(e => e.Time)];
        eventsCollection.Clear();
        var last = 0L;
        foreach (var (midiEvent, time) in all)
        {
            midiEvent.DeltaTime = time - last;
            eventsCollection.Add(midiEvent);
            last = time;
        }
    }

    /// <summary>The events that an object is made of.</summary>
    internal static IEnumerable<TimedEvent> Events(ITimedObject timedObject) => timedObject switch
    {
        TimedEvent timedEvent => [timedEvent],
        Note note => [note.TimedNoteOnEvent, note.TimedNoteOffEvent],
        Chord chord => chord.Notes.SelectMany(Events),
        _ => [],
    };
}
