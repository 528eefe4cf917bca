using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Extension methods that find chords: notes of one track and channel that begin together.</summary>
public static class ChordsManagingUtilities
{
    /// <summary>The chords of a track.</summary>
    /// <param name="trackChunk">The track.</param>
    /// <param name="settings">How chords are found; null for the defaults.</param>
    /// <param name="noteDetectionSettings">How their notes are found; null for the defaults.</param>
    /// <returns>The chords in the order of their begins.</returns>
    public static ICollection<Chord> GetChords(
        this TrackChunk trackChunk,
        ChordDetectionSettings? settings = null,
        NoteDetectionSettings? noteDetectionSettings = null) => new[] { trackChunk }.GetChords(settings, noteDetectionSettings);

    /// <summary>The chords of tracks.</summary>
    /// <param name="trackChunks">The tracks.</param>
    /// <param name="settings">How chords are found; null for the defaults.</param>
    /// <param name="noteDetectionSettings">How their notes are found; null for the defaults.</param>
    /// <returns>The chords in the order of their begins.</returns>
    public static ICollection<Chord> GetChords(
        this IEnumerable<TrackChunk> trackChunks,
        ChordDetectionSettings? settings = null,
        NoteDetectionSettings? noteDetectionSettings = null) =>
        GetChords(NotesBuilder.GetNotes(trackChunks.WithTracks(), noteDetectionSettings), settings);

    /// <summary>The chords of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="settings">How chords are found; null for the defaults.</param>
    /// <param name="noteDetectionSettings">How their notes are found; null for the defaults.</param>
    /// <returns>The chords in the order of their begins.</returns>
    public static ICollection<Chord> GetChords(
        this MidiFile file,
        ChordDetectionSettings? settings = null,
        NoteDetectionSettings? noteDetectionSettings = null) => file.GetTrackChunks().GetChords(settings, noteDetectionSettings);

    /// <summary>The chords that notes make.</summary>
    /// <param name="notes">The notes in the order of their begins.</param>
    /// <param name="settings">How chords are found; null for the defaults.</param>
    /// <returns>The chords in the order of their begins.</returns>
    public static IEnumerable<Chord> GetChords(this IEnumerable<Note> notes, ChordDetectionSettings? settings = null) =>
        GetChords(notes.Select(n => (n, 0)), settings);

    /// <summary>A track's chords to be changed.</summary>
    /// <param name="trackChunk">The track.</param>
    /// <param name="settings">How chords are found; null for the defaults.</param>
    /// <param name="noteDetectionSettings">How their notes are found; null for the defaults.</param>
    /// <returns>What has to be disposed of for the changes to be written.</returns>
    public static TimedObjectsManager<Chord> ManageChords(
        this TrackChunk trackChunk,
        ChordDetectionSettings? settings = null,
        NoteDetectionSettings? noteDetectionSettings = null) => new(trackChunk.Events, noteDetectionSettings, settings);

    /// <summary>A note joins the last chord of its channel when it begins soon enough after it and in the same track.</summary>
    private static Chord[] GetChords(IEnumerable<(Note Note, int Track)> notes, ChordDetectionSettings? settings)
    {
        settings ??= new ChordDetectionSettings();
        var chords = new List<List<Note>>();
        var lastByChannel = new (List<Note> Notes, int Track)[FourBitNumber.MaxValue + 1];
        foreach (var (note, track) in notes)
        {
            ref var last = ref lastByChannel[note.Channel];
            if (last.Notes is null || last.Track != track || note.Time - last.Notes[0].Time > settings.NotesTolerance)
            {
                last = ([], track);
                chords.Add(last.Notes);
            }

            last.Notes.Add(note);
        }

        return [.. chords.Where(c => c.Count >= settings.NotesMinCount).Select(c => new Chord(c))];
    }
}
