using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>A track's notes, chords or events to be changed; disposing of it writes the changes into the track.</summary>
/// <typeparam name="TObject"><see cref="Note"/>, <see cref="Chord"/> or <see cref="TimedEvent"/>.</typeparam>
public class TimedObjectsManager<TObject> : IDisposable
    where TObject : ITimedObject
{
    private readonly EventsCollection _eventsCollection;
    private readonly List<TimedEvent> _otherEvents;
    private bool _disposed;

    /// <summary>Finds the objects in a track's events.</summary>
    /// <param name="eventsCollection">The events.</param>
    /// <exception cref="InvalidOperationException">The objects are of another type.</exception>
    public TimedObjectsManager(EventsCollection eventsCollection)
        : this(eventsCollection, null, null)
    {
    }

    internal TimedObjectsManager(EventsCollection eventsCollection, NoteDetectionSettings? notes, ChordDetectionSettings? chords)
    {
        _eventsCollection = eventsCollection;
        _otherEvents = [.. eventsCollection.GetTimedEvents()];
        Objects = new(TakeObjects(_otherEvents, notes, chords).Cast<TObject>());
    }

    /// <summary>The objects.</summary>
    public TimedObjectsCollection<TObject> Objects { get; }

    /// <summary>Writes the objects, and the events that they aren't made of, into the track.</summary>
    public void SaveChanges()
    {
        _eventsCollection.Clear();
        _eventsCollection.AddObjects(_otherEvents.Cast<ITimedObject>().Concat(Objects.Cast<ITimedObject>()).OrderBy(o => o.Time));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes the changes, once.</summary>
    /// <param name="disposing">Whether this is a call of <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (_disposed || !disposing)
            return;
        SaveChanges();
        _disposed = true;
    }

    /// <summary>Takes the objects, and the events that they are made of out of the list.</summary>
    private static ITimedObject[] TakeObjects(List<TimedEvent> events, NoteDetectionSettings? notes, ChordDetectionSettings? chords)
    {
        if (typeof(TObject) == typeof(TimedEvent))
        {
            ITimedObject[] all = [.. events];
            events.Clear();
            return all;
        }

        Note[] found = [.. NotesBuilder.GetNotes(events.Select(e => (e, 0)), notes).Select(n => n.Note)];
        ITimedObject[] objects = typeof(TObject) == typeof(Note) ? found
            : typeof(TObject) == typeof(Chord) ? [.. found.GetChords(chords)]
            : throw new InvalidOperationException($"Objects of the type {typeof(TObject)} can't be managed.");
        var used = objects.SelectMany(TimedObjectUtilities.Events).ToHashSet();
        events.RemoveAll(used.Contains);
        return objects;
    }
}
