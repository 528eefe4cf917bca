using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>Gathers notes into a track: name, programs, then the notes in time order.</summary>
/// <param name="name">The track's name.</param>
/// <param name="program">General MIDI program, set on every channel that a note uses.</param>
/// <param name="swing">How uneven the beats are.</param>
internal sealed class MidiTrackBuilder(string name, int program, Swing swing)
{
    private readonly List<(Beats Time, MidiEvent Event)> starts = [];
    private readonly List<(Beats Time, MidiEvent Event)> ends = [];
    private readonly SortedSet<int> channels = [];

    /// <summary>Adds a note.</summary>
    /// <param name="channel">Its channel, from 0.</param>
    /// <param name="note">The note.</param>
    public void Add(int channel, Note note)
    {
        channels.Add(channel);
        var (pitch, velocity) = ((SevenBitNumber)(byte)note.Pitch, (SevenBitNumber)(byte)note.Velocity);
        starts.Add((note.Start, new NoteOnEvent(pitch, velocity) { Channel = (FourBitNumber)(byte)channel }));
        ends.Add((note.End, new NoteOffEvent(pitch, SevenBitNumber.MinValue) { Channel = (FourBitNumber)(byte)channel }));
    }

    /// <summary>Makes the track. At the same time notes end before others start, and start in the order in which they were added.</summary>
    public TrackChunk Build()
    {
        var track = new TrackChunk(new SequenceTrackNameEvent(name));
        foreach (var channel in channels)
            track.Events.Add(new ProgramChangeEvent((SevenBitNumber)(byte)program) { Channel = (FourBitNumber)(byte)channel });

        long now = 0;
        foreach (var (time, midiEvent) in ends.Concat(starts).OrderBy(item => item.Time))
        {
            var tick = swing.TicksAt(time, SoloMidi.TicksPerQuarter);
            midiEvent.DeltaTime = tick - now;
            track.Events.Add(midiEvent);
            now = tick;
        }

        return track;
    }
}
