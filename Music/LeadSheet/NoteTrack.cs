using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>Writes what one part plays as a MIDI track.</summary>
internal static class NoteTrack
{
    /// <summary>Makes the track.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="channel">Its channel, from 0.</param>
    /// <param name="program">Its General MIDI program, from 0.</param>
    /// <param name="velocity">How loud its notes are, 1 to 127.</param>
    /// <param name="notes">What it plays.</param>
    /// <returns>Name, program, then the notes in time order; at one time notes end before others begin.</returns>
    public static TrackChunk Of(string name, int channel, int program, int velocity, IEnumerable<StruckNotes> notes)
    {
        var onChannel = (FourBitNumber)channel;
        var timed = notes.SelectMany(group => group.Pitches.SelectMany(pitch => new (long Time, bool Begins, ChannelEvent Event)[]
            {
                (group.Start, true, new NoteOnEvent((SevenBitNumber)pitch, (SevenBitNumber)velocity) { Channel = onChannel }),
                (group.End, false, new NoteOffEvent((SevenBitNumber)pitch, SevenBitNumber.MinValue) { Channel = onChannel }),
            }))
            .OrderBy(item => item.Time).ThenBy(item => item.Begins);
        var track = new TrackChunk(
            new SequenceTrackNameEvent(name),
            new ProgramChangeEvent((SevenBitNumber)program) { Channel = onChannel });
        var now = 0L;
        foreach (var (time, _, played) in timed)
        {
            played.DeltaTime = time - now;
            now = time;
            track.Events.Add(played);
        }

        return track;
    }
}
