using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>Makes notes of the note-ons and note-offs of a track.</summary>
public static class NotePairing
{
    private const int Pitches = 128;
    private const int Channels = 16;

    // Later times stand still here, far beyond what the quantiser takes, so that no sum overflows.
    private const long MaximumTicks = 1L << 40;

    /// <summary>
    /// Pairs each note-on with the first later note-off of its pitch and channel that no earlier note-on has taken. A note-on of
    /// velocity 0 is a note-off. A note-on without a note-off is no note, and a note-off without a note-on is nothing.
    /// </summary>
    /// <param name="track">The track; "later" is meant in the order of its events.</param>
    /// <returns>The notes in the order of their note-ons.</returns>
    public static IReadOnlyList<MidiNote> Pair(TrackChunk track)
    {
        // Note-offs come by in order, so the oldest open note is the one for which each is the first that is left.
        List<(MidiNote Note, bool IsPaired)> notes = [];
        var open = new Queue<int>?[Channels * Pitches];
        var time = 0L;
        foreach (var midiEvent in track.Events)
        {
            time = Math.Min(time + Math.Min(midiEvent.DeltaTime, MaximumTicks), MaximumTicks);
            if (midiEvent is not NoteEvent note) continue;

            ref var waiting = ref open[note.Channel * Pitches + note.NoteNumber];
            if (note is NoteOnEvent && note.Velocity > 0)
            {
                (waiting ??= new Queue<int>()).Enqueue(notes.Count);
                notes.Add((new MidiNote(time, time, note.NoteNumber, note.Channel), false));
            }
            else if (waiting is not null && waiting.TryDequeue(out var index))
            {
                notes[index] = (notes[index].Note with { Off = time }, true);
            }
        }

        return [.. notes.Where(note => note.IsPaired).Select(note => note.Note)];
    }
}
