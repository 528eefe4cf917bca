using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>Writes a played tune as a MIDI file of three tracks: conductor, melody and chords.</summary>
internal static class AbcToMidi
{
    private const int MelodyVelocity = 96;
    private const int ChordVelocity = 64;

    // General MIDI programs, from 0: the chords' Electric Piano 1 leaves room for the melody's Tenor Sax.
    private const int TenorSax = 66;
    private const int ElectricPiano = 4;

    /// <summary>Makes the file.</summary>
    /// <param name="header">The tune's header.</param>
    /// <param name="played">The tune as it is played.</param>
    /// <returns>Format 1, 480 ticks per quarter: the conductor's track, "Melody" on channel 0, "Chords" on channel 1.</returns>
    public static MidiFile Convert(AbcHeader header, AbcPerformance played) =>
        new(
            Conductor(header),
            NoteTrack.Of("Melody", 0, TenorSax, MelodyVelocity, played.Melody),
            NoteTrack.Of("Chords", AbcReader.ChordChannel, ElectricPiano, ChordVelocity, played.Chords))
        {
            TimeDivision = new TicksPerQuarterNoteTimeDivision(AbcFraction.TicksPerQuarter),
        };

    private static TrackChunk Conductor(AbcHeader header)
    {
        var track = new TrackChunk(
            new SequenceTrackNameEvent(header.Title),
            new SetTempoEvent((long)Math.Round(60_000_000 / header.BeatsPerMinute)),
            new TimeSignatureEvent((byte)header.Meter.Beats, (byte)header.Meter.Unit),
            new KeySignatureEvent((sbyte)header.Key.Fifths, (byte)(header.Key.IsMinor ? 1 : 0)));
        if (header.Composer.Length > 0) track.Events.Add(new TextEvent(header.Composer));
        return track;
    }
}
