using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>Plays a score as a MIDI file: the conductor's track, the lead sheet if it is one, and a track a staff.</summary>
internal static class MusicXmlToMidi
{
    /// <summary>MIDI ticks in a quarter note.</summary>
    public const int TicksPerQuarter = 480;

    // More notes than fit any tune; repeats of crowded measures could multiply to any number.
    private const int MaximumNotes = 2_000_000;

    private const int Velocity = 90;
    private const int ChordVelocity = 64;
    private const int ElectricPiano = 4;
    private const int Percussion = 9;
    private const int Channels = 16;

    /// <summary>Makes the file.</summary>
    /// <param name="score">The score.</param>
    /// <returns>Format 1, 480 ticks per quarter.</returns>
    /// <exception cref="MusicException">It has no notes, or too many.</exception>
    public static MidiFile Convert(MusicXmlScore score)
    {
        var performance = MusicXmlPerformance.Of(score.Measures);
        if (performance.Measures.Sum(placed => (long)placed.Measure.Notes.Count) > MaximumNotes)
            throw new MusicException($"with its repeats it has more than {MaximumNotes} notes; write a shorter score");
        var staves = performance.Notes();
        if (staves.Count == 0) throw new MusicException("it has no notes with a pitch; name a score with a melody");

        var file = new MidiFile(MusicXmlConductor.Track(score, performance)) { TimeDivision = new TicksPerQuarterNoteTimeDivision(TicksPerQuarter) };
        var channel = -1;
        if (score.StaffWithChords is { } lead && staves.Remove(lead, out var melody))
        {
            Add(MusicXmlReader.MelodyName, score.Parts[lead.Part].Program, Velocity, melody);
            Add(MusicXmlReader.ChordsName, ElectricPiano, ChordVelocity, performance.Chords());
        }

        foreach (var (staff, notes) in staves.OrderBy(pair => pair.Key.Part).ThenBy(pair => pair.Key.Number))
            Add(NameOf(staff, score), score.Parts[staff.Part].Program, Velocity, notes);
        return file;

        void Add(string name, int program, int velocity, IReadOnlyList<StruckNotes> notes)
        {
            channel = (channel + 1) % Channels;
            if (channel == Percussion) channel++;
            file.Chunks.Add(NoteTrack.Of(name, channel, program, velocity, notes));
        }
    }

    private static string NameOf(MusicXmlStaff staff, MusicXmlScore score)
    {
        var name = score.Parts[staff.Part].Name;
        if (name.Length == 0) name = $"Part {staff.Part + 1}";
        return staff.Number == 1 ? name : $"{name}, staff {staff.Number}";
    }
}
