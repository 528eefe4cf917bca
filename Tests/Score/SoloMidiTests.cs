using GpuJazz.Music;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Common;

namespace GpuJazz.Tests.Score;

public sealed class SoloMidiTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_written_solo_opens_again_with_the_same_notes_chords_tempo_meter_and_programs(int seed)
    {
        var solo = Solos.Random(seed);
        AssertSame(solo, SoloMidi.FromMidi(ThroughBytes(SoloMidi.ToMidi(solo)), "written"));
    }

    [Fact]
    public void A_note_inside_another_of_its_pitch_and_equal_chords_stay_apart()
    {
        var solo = Solos.Small with
        {
            Melody = [new(new(0), new(48), 60, 80), new(new(12), new(6), 60, 81), new(new(14), new(60), 60, 82)],
            Chords = [new(new(0), new(48), [52, 48]), new(new(0), new(48), [55]), new(new(0), new(24), [48, 55])],
        };
        AssertSame(solo, SoloMidi.FromMidi(ThroughBytes(SoloMidi.ToMidi(solo)), "written"));
    }

    [Fact]
    public void Melody_and_chords_are_tracks_of_their_own_after_one_of_tempo_meter_and_title()
    {
        var file = ThroughBytes(SoloMidi.ToMidi(Solos.Small, "Blue study"));
        Assert.Equal(MidiFileFormat.MultiTrack, file.OriginalFormat);
        Assert.Equal(480, Assert.IsType<TicksPerQuarterNoteTimeDivision>(file.TimeDivision).TicksPerQuarterNote);
        var tracks = file.Chunks.OfType<TrackChunk>().ToList();
        var names = tracks.Select(track => track.Events.OfType<SequenceTrackNameEvent>().Single().Text);
        Assert.Equal(["Blue study", "Melody", "Chords"], names);
        Assert.Equal(461538, tracks[0].Events.OfType<SetTempoEvent>().Single().MicrosecondsPerQuarterNote);
        Assert.Equal(4, tracks[0].Events.OfType<TimeSignatureEvent>().Single().Denominator);
        Assert.All(tracks[1].Events.OfType<ChannelEvent>(), item => Assert.Equal(0, (int)item.Channel));
        Assert.All(tracks[2].Events.OfType<ChannelEvent>(), item => Assert.Equal(1, (int)item.Channel));
    }

    [Fact]
    public void Bass_and_drums_are_tracks_of_their_own_too_on_their_channels()
    {
        var solo = Solos.Small with { Bass = [new(new(0), new(12), 36)], Drums = [new(new(0), new(3), 51), new(new(8), new(3), 51)] };
        var file = ThroughBytes(SoloMidi.ToMidi(solo with { Swing = new Swing(3) }));
        var tracks = file.Chunks.OfType<TrackChunk>().ToList();
        Assert.Equal(["Bass", "Drums"], tracks.Skip(3).Select(track => track.Events.OfType<SequenceTrackNameEvent>().Single().Text));
        Assert.All(tracks[3].Events.OfType<ChannelEvent>(), item => Assert.Equal(2, (int)item.Channel));
        Assert.All(tracks[4].Events.OfType<ChannelEvent>(), item => Assert.Equal(9, (int)item.Channel));
        Assert.Equal(32, (int)tracks[3].Events.OfType<ProgramChangeEvent>().Single().ProgramNumber);

        // Played three to one: the off-beat, written at 2/3 of a beat, comes at 3/4.
        Assert.Equal([0, 9], SoloMidi.FromMidi(file, "written").Drums.Select(note => note.Start.Twelfths));
    }

    [Fact]
    public void Of_one_foreign_part_what_starts_three_together_is_a_chord()
    {
        var solo = SoloMidi.FromMidi(Foreign(track: [(0, 60), (0, 64), (0, 67), (96, 72), (192, 74), (192, 79)]), "foreign");
        Assert.Equal([72, 74, 79], solo.Melody.Select(note => note.Pitch));
        Assert.Equal([60, 64, 67], Assert.Single(solo.Chords).Pitches);
        Assert.Equal(Beats.Quarters(1), solo.Melody[0].Start);
    }

    [Fact]
    public void Of_several_foreign_parts_the_highest_is_the_melody()
    {
        var solo = SoloMidi.FromMidi(Foreign([(0, 40), (96, 43)], [(0, 80), (48, 81)], [(0, 60), (0, 64)]), "foreign");
        Assert.Equal([80, 81], solo.Melody.Select(note => note.Pitch));
        Assert.Equal([40, 60, 43], solo.Chords.Select(chord => chord.Pitches[0]));
    }

    [Fact]
    public void A_file_without_notes_is_refused_by_name()
    {
        var error = Assert.Throws<MusicException>(() => SoloMidi.FromMidi(new MidiFile(new TrackChunk()), "empty.mid"));
        Assert.Contains("empty.mid", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(double.NaN)]
    [InlineData(1e9)]
    public void A_tempo_that_midi_cannot_hold_is_refused(double tempo) =>
        Assert.Throws<MusicException>(() => SoloMidi.ToMidi(Solos.Small with { BeatsPerMinute = tempo }));

    [Fact]
    public void More_overlapping_notes_of_a_pitch_than_channels_are_refused()
    {
        var melody = Enumerable.Range(0, 20).Select(i => new Note(new(i), new(100), 60)).ToList();
        Assert.Throws<MusicException>(() => SoloMidi.ToMidi(Solos.Small with { Melody = melody }));
    }

    [Fact]
    public void The_same_solo_gives_the_same_file()
    {
        using var folder = new TemporaryFolder();
        SoloMidi.Write(Solos.Small, folder.File("solo.mid"));
        var first = File.ReadAllBytes(folder.File("solo.mid"));
        SoloMidi.Write(Solos.Small, folder.File("solo.mid"));
        Assert.Equal(first, File.ReadAllBytes(folder.File("solo.mid")));
    }

    internal static MidiFile Foreign(params (int Tick, int Pitch)[][] track) => new(track.Select(notes =>
    {
        var chunk = new TrackChunk();
        var events = notes.SelectMany(note => new (int Time, MidiEvent Event)[]
        {
            (note.Tick, new NoteOnEvent((SevenBitNumber)(byte)note.Pitch, (SevenBitNumber)90)),
            (note.Tick + 40, new NoteOffEvent((SevenBitNumber)(byte)note.Pitch, (SevenBitNumber)0)),
        });
        var now = 0;
        foreach (var (time, item) in events.OrderBy(item => item.Time))
        {
            item.DeltaTime = time - now;
            now = time;
            chunk.Events.Add(item);
        }

        return chunk;
    }))
    {
        TimeDivision = new TicksPerQuarterNoteTimeDivision(96),
    };

    private static MidiFile ThroughBytes(MidiFile file)
    {
        using var stream = new MemoryStream();
        file.Write(stream);
        stream.Position = 0;
        return MidiFile.Read(stream);
    }

    private static void AssertSame(Solo expected, Solo actual)
    {
        Assert.Equal(expected.Melody, actual.Melody);
        Assert.Equal(expected.Chords.Select(Describe), actual.Chords.Select(Describe));
        Assert.Equal(expected.Bass, actual.Bass);
        Assert.Equal(expected.Drums, actual.Drums);
        Assert.Equal(expected.MeasureLength, actual.MeasureLength);
        Assert.Equal(expected.BeatsPerMinute, actual.BeatsPerMinute);
        Assert.Equal(expected.MelodyProgram, actual.MelodyProgram);
        if (expected.Chords.Count > 0) Assert.Equal(expected.ChordProgram, actual.ChordProgram);
    }

    private static string Describe(Chord chord) => $"{chord.Start} {chord.Length} {chord.Velocity} {string.Join(' ', chord.Pitches)}";
}
