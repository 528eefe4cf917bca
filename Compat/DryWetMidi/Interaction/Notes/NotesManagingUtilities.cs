using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Extension methods that find notes. Each comes from copies of its events.</summary>
public static class NotesManagingUtilities
{
    /// <summary>The notes among events.</summary>
    /// <param name="midiEvents">The events.</param>
    /// <param name="settings">How notes are found; null for the defaults.</param>
    /// <returns>The notes in the order of their begins.</returns>
    public static ICollection<Note> GetNotes(this IEnumerable<MidiEvent> midiEvents, NoteDetectionSettings? settings = null) =>
        GetNotes(midiEvents.WithTimes().Select(e => (new TimedEvent(e.Event.Clone(), e.Time), 0)), settings);

    /// <summary>The notes among a track's events.</summary>
    /// <param name="eventsCollection">The track's events.</param>
    /// <param name="settings">How notes are found; null for the defaults.</param>
    /// <returns>The notes in the order of their begins.</returns>
    public static ICollection<Note> GetNotes(this EventsCollection eventsCollection, NoteDetectionSettings? settings = null) =>
        GetNotes((IEnumerable<MidiEvent>)eventsCollection, settings);

    /// <summary>The notes of a track.</summary>
    /// <param name="trackChunk">The track.</param>
    /// <param name="settings">How notes are found; null for the defaults.</param>
    /// <returns>The notes in the order of their begins.</returns>
    public static ICollection<Note> GetNotes(this TrackChunk trackChunk, NoteDetectionSettings? settings = null) =>
        trackChunk.Events.GetNotes(settings);

    /// <summary>The notes of tracks; a note begins and ends in one track.</summary>
    /// <param name="trackChunks">The tracks.</param>
    /// <param name="settings">How notes are found; null for the defaults.</param>
    /// <returns>The notes in the order of their begins, at the same time in the order of the tracks.</returns>
    public static ICollection<Note> GetNotes(this IEnumerable<TrackChunk> trackChunks, NoteDetectionSettings? settings = null) =>
        GetNotes(trackChunks.WithTracks(), settings);

    /// <summary>The notes of a file; a note begins and ends in one track.</summary>
    /// <param name="file">The file.</param>
    /// <param name="settings">How notes are found; null for the defaults.</param>
    /// <returns>The notes in the order of their begins, at the same time in the order of the tracks.</returns>
    public static ICollection<Note> GetNotes(this MidiFile file, NoteDetectionSettings? settings = null) =>
        file.GetTrackChunks().GetNotes(settings);

    /// <summary>A track's notes to be changed.</summary>
    /// <param name="eventsCollection">The track's events.</param>
    /// <param name="settings">How notes are found; null for the defaults.</param>
    /// <returns>What has to be disposed of for the changes to be written.</returns>
    public static TimedObjectsManager<Note> ManageNotes(this EventsCollection eventsCollection, NoteDetectionSettings? settings = null) =>
        new(eventsCollection, settings, null);

    /// <summary>A track's notes to be changed.</summary>
    /// <param name="trackChunk">The track.</param>
    /// <param name="settings">How notes are found; null for the defaults.</param>
    /// <returns>What has to be disposed of for the changes to be written.</returns>
    public static TimedObjectsManager<Note> ManageNotes(this TrackChunk trackChunk, NoteDetectionSettings? settings = null) =>
        trackChunk.Events.ManageNotes(settings);

    private static Note[] GetNotes(IEnumerable<(TimedEvent Event, int Track)> events, NoteDetectionSettings? settings) =>
        [.. NotesBuilder.GetNotes(events, settings).Select(n => n.Note)];
}
