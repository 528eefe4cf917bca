using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Finds the notes among events.</summary>
internal static class NotesBuilder
{
    /// <summary>
    /// Pairs each Note Off event with a Note On event of the same track, channel and key that none has ended yet, the first or the
    /// last by the settings. What finds no partner makes no note.
    /// </summary>
    /// <param name="events">Events in the order of their times, each with its track's number.</param>
    /// <param name="settings">Null for the defaults.</param>
    /// <returns>The notes in the order of their Note On events, each with its track's number.</returns>
    public static IEnumerable<(Note Note, int Track)> GetNotes(
        IEnumerable<(TimedEvent Event, int Track)> events,
        NoteDetectionSettings? settings)
    {
        var last = settings?.NoteStartDetectionPolicy == NoteStartDetectionPolicy.LastNoteOn;
        var begun = new List<(TimedEvent On, TimedEvent? Off, int Track)>();
        var open = new Dictionary<(int Track, int Channel, int Key), LinkedList<int>>();
        foreach (var (timedEvent, track) in events)
        {
            if (timedEvent.Event is not NoteEvent noteEvent)
                continue;
            var key = (track, (int)noteEvent.Channel, (int)noteEvent.NoteNumber);
            if (!open.TryGetValue(key, out var places))
                open.Add(key, places = new());
            if (noteEvent is NoteOnEvent)
            {
                places.AddLast(begun.Count);
                begun.Add((timedEvent, null, track));
            }
            else if ((last ? places.Last : places.First) is { } place)
            {
                places.Remove(place);
                begun[place.Value] = begun[place.Value] with { Off = timedEvent };
            }
        }

        return begun.Where(n => n.Off is not null).Select(n => (new Note(n.On, n.Off!), n.Track));
    }
}
