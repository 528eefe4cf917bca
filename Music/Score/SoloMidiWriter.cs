using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>Makes the MIDI file of a solo.</summary>
/// <param name="solo">The solo.</param>
/// <param name="title">The name of the piece.</param>
internal sealed class SoloMidiWriter(Solo solo, string title)
{
    private const int MelodyChannel = 0;
    private const int ChordChannel = 1;

    /// <summary>How hard chords are struck: below a melody's usual 90.</summary>
    private const int ChordVelocity = 64;

    private const double MicrosecondsPerMinute = 60e6;

    /// <summary>A tempo is three bytes: microseconds in a quarter note.</summary>
    private const int LongestQuarter = 0xFF_FFFF;

    private readonly SpareChannels spare = new(MelodyChannel, ChordChannel);

    /// <summary>Makes the file.</summary>
    public MidiFile Make() => new(Conductor(), Melody(), Chords())
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
        return new TrackChunk(
            new SequenceTrackNameEvent(title),
            new SetTempoEvent((long)Math.Round(quarter)),
            new TimeSignatureEvent((byte)beats, (byte)unit));
    }

    private TrackChunk Melody()
    {
        var channels = new ChannelPicker(MelodyChannel, spare);
        var track = new MidiTrackBuilder(SoloMidi.MelodyTrack, solo.MelodyProgram);
        foreach (var note in solo.Melody.OrderBy(note => note.Start))
            track.Add(channels.For(note.Start, note.End, [note.Pitch]), note);
        return track.Build();
    }

    private TrackChunk Chords()
    {
        var channels = new ChannelPicker(ChordChannel, spare, apart: true);
        var track = new MidiTrackBuilder(SoloMidi.ChordTrack, solo.ChordProgram);
        foreach (var chord in solo.Chords.OrderBy(chord => chord.Start))
        {
            int[] pitches = [.. chord.Pitches.Distinct()];
            var channel = channels.For(chord.Start, chord.End, pitches);
            foreach (var pitch in pitches) track.Add(channel, new Note(chord.Start, chord.Length, pitch, ChordVelocity));
        }

        return track.Build();
    }
}
