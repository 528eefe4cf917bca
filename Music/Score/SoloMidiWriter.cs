using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>Makes the MIDI file of a solo.</summary>
/// <param name="solo">The solo.</param>
/// <param name="title">The name of the piece.</param>
internal sealed class SoloMidiWriter(Solo solo, string title)
{
    private const int MelodyChannel = 0;
    private const int ChordChannel = 1;
    private const int BassChannel = 2;

    /// <summary>General MIDI level 2 numbers the drum kits; the first level ignores it.</summary>
    private const int StandardKit = 0;

    private const double MicrosecondsPerMinute = 60e6;

    /// <summary>A tempo is three bytes: microseconds in a quarter note.</summary>
    private const int LongestQuarter = 0xFF_FFFF;

    private readonly SpareChannels spare = new(MelodyChannel, ChordChannel, BassChannel);

    /// <summary>Makes the file.</summary>
    public MidiFile Make() => new(Tracks())
    {
        TimeDivision = new TicksPerQuarterNoteTimeDivision(SoloMidi.TicksPerQuarter),
    };

    private TrackChunk Conductor()
    {
        var quarter = MicrosecondsPerMinute / solo.BeatsPerMinute;
        if (!(quarter is >= 1 and <= LongestQuarter))
        {
            throw new MusicException(
                $"a tempo of {solo.BeatsPerMinute:0.##} beats a minute cannot be written in MIDI; choose one from 4 to 1000");
        }

        var (beats, unit) = Meter.Of(solo.MeasureLength);
        var track = new TrackChunk(
            new SequenceTrackNameEvent(title),
            new SetTempoEvent((long)Math.Round(quarter)),
            new TimeSignatureEvent((byte)beats, (byte)unit));
        long now = 0;
        foreach (var chord in solo.Harmony)
        {
            var tick = solo.Swing.TicksAt(chord.Start, SoloMidi.TicksPerQuarter);
            track.Events.Add(new MarkerEvent(HarmonyName.Of(chord.Pitches).ToString()) { DeltaTime = tick - now });
            now = tick;
        }

        return track;
    }

    private IEnumerable<TrackChunk> Tracks()
    {
        yield return Conductor();
        yield return Line(SoloMidi.MelodyTrack, solo.MelodyProgram, MelodyChannel, solo.Melody);
        yield return Chords();
        if (solo.Bass.Count > 0) yield return Line(SoloMidi.BassTrack, solo.BassProgram, BassChannel, solo.Bass);
        if (solo.Drums.Count > 0) yield return Drums();
    }

    private TrackChunk Line(string name, int program, int channel, IReadOnlyList<Note> notes)
    {
        var channels = new ChannelPicker(channel, spare);
        var track = new MidiTrackBuilder(name, program, solo.Swing);
        foreach (var note in notes.OrderBy(note => note.Start))
            track.Add(channels.For(note.Start, note.End, [note.Pitch]), note);
        return track.Build();
    }

    private TrackChunk Chords()
    {
        var channels = new ChannelPicker(ChordChannel, spare, apart: true);
        var track = new MidiTrackBuilder(SoloMidi.ChordTrack, solo.ChordProgram, solo.Swing);
        foreach (var chord in solo.Chords.OrderBy(chord => chord.Start))
        {
            int[] pitches = [.. chord.Pitches.Distinct()];
            var channel = channels.For(chord.Start, chord.End, pitches);
            foreach (var pitch in pitches) track.Add(channel, new Note(chord.Start, chord.Length, pitch, chord.Velocity));
        }

        return track.Build();
    }

    private TrackChunk Drums()
    {
        var track = new MidiTrackBuilder(SoloMidi.DrumTrack, StandardKit, solo.Swing);
        foreach (var note in solo.Drums.OrderBy(note => note.Start)) track.Add(SpareChannels.Percussion, note);
        return track.Build();
    }
}
