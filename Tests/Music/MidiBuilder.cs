using GpuJazz.Music;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Tests;

/// <summary>Makes small MIDI files of notes in ticks. Events at one tick keep the order in which they were added.</summary>
internal sealed class MidiBuilder(short ticksPerQuarter = 96)
{
    private readonly List<(string? Name, List<(long Time, MidiEvent Event)> Events)> tracks = [];

    /// <summary>Begins a track.</summary>
    public MidiBuilder Track(string? name = null)
    {
        tracks.Add((name, []));
        return this;
    }

    /// <summary>Adds any event to the last track.</summary>
    public MidiBuilder Event(long time, MidiEvent midiEvent)
    {
        tracks[^1].Events.Add((time, midiEvent));
        return this;
    }

    /// <summary>Adds a note-on.</summary>
    public MidiBuilder On(long time, int pitch, int channel = 0, int velocity = 80) => Event(time, Set(new NoteOnEvent(), pitch, channel, velocity));

    /// <summary>Adds a note-off.</summary>
    public MidiBuilder Off(long time, int pitch, int channel = 0) => Event(time, Set(new NoteOffEvent(), pitch, channel, 0));

    /// <summary>Adds a note-on and its note-off.</summary>
    public MidiBuilder Note(int pitch, long on, long off, int channel = 0) => On(on, pitch, channel).Off(off, pitch, channel);

    /// <summary>Adds notes of the same on and off.</summary>
    public MidiBuilder Chord(long on, long off, params int[] pitches) => pitches.Aggregate(this, (builder, pitch) => builder.Note(pitch, on, off));

    /// <summary>The last track alone.</summary>
    public TrackChunk ToTrack() => ToTrack(tracks[^1].Name, tracks[^1].Events);

    /// <summary>The file.</summary>
    public MidiFile ToFile() => new(tracks.Select(track => ToTrack(track.Name, track.Events)))
    {
        TimeDivision = new TicksPerQuarterNoteTimeDivision(ticksPerQuarter),
    };

    /// <summary>The file read as a tune.</summary>
    public Tune ToTune(ReadingKind reading = ReadingKind.Auto, RestsKind rests = RestsKind.None) =>
        ToTune(new ReadingOptions(reading, rests));

    /// <summary>The file read as a tune.</summary>
    public Tune ToTune(ReadingOptions options) => TuneReader.Read(ToFile(), "test.mid", options);

    private static NoteEvent Set(NoteEvent note, int pitch, int channel, int velocity)
    {
        note.NoteNumber = (SevenBitNumber)(byte)pitch;
        note.Velocity = (SevenBitNumber)(byte)velocity;
        note.Channel = (FourBitNumber)(byte)channel;
        return note;
    }

    private static TrackChunk ToTrack(string? name, List<(long Time, MidiEvent Event)> events)
    {
        var track = new TrackChunk();
        if (name is not null) track.Events.Add(new SequenceTrackNameEvent(name));
        var now = 0L;
        foreach (var (time, midiEvent) in events.OrderBy(each => each.Time))
        {
            midiEvent.DeltaTime = time - now;
            now = time;
            track.Events.Add(midiEvent);
        }

        return track;
    }
}
