using GpuJazz.Music;
using GpuJazz.Tests.Score;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Tests.Sound;

public sealed class PerformanceTests
{
    [Fact]
    public void A_solo_plays_at_its_tempo_with_its_velocities()
    {
        var notes = Performance.Of(Solos.Small).Notes;
        Assert.Equal(Solos.Small.Melody.Count + (4 * Solos.Small.Chords.Count), notes.Count);
        var melody = notes.Where(note => !note.IsAccompaniment).ToList();
        Assert.Equal(Solos.Small.Melody.Select(note => note.Velocity), melody.Select(note => note.Velocity));
        foreach (var (written, played) in Solos.Small.Melody.Zip(melody))
        {
            Assert.Equal(written.Start.InQuarters * 60 / 130, played.Start, 1e-4);
            Assert.Equal(written.End.InQuarters * 60 / 130, played.End, 1e-4);
        }
    }

    [Fact]
    public void A_change_of_tempo_is_followed_by_every_track()
    {
        var note = Performance.Of(File(
            Track((0, new SetTempoEvent(500_000)), (96, new SetTempoEvent(1_000_000))),
            Track((48, On(60)), (144, Off(60))))).Notes.Single();
        Assert.Equal(0.25, note.Start, 1e-6);
        Assert.Equal(1.0, note.End, 1e-6);
    }

    [Fact]
    public void The_pedal_holds_a_note_until_it_goes_up_or_the_note_is_struck_again()
    {
        var notes = Performance.Of(File(Track(
            (0, Control(64, 127)), (0, On(60)), (0, On(64)), (48, Off(60)), (48, Off(64)),
            (96, On(60)), (120, Off(60)), (192, Control(64, 0))))).Notes;
        Assert.Equal([0.5, 1.0, 1.0], notes.Select(note => Math.Round(note.End, 6)));
    }

    [Fact]
    public void Program_volume_expression_and_pan_are_those_at_the_notes_start()
    {
        var notes = Performance.Of(File(Track(
            (0, On(60)), (10, Off(60)),
            (20, new ProgramChangeEvent((SevenBitNumber)40)), (20, Control(7, 50)), (20, Control(10, 0)),
            (20, On(62)), (30, Off(62))))).Notes;
        Assert.Equal((0, 1.0, 0.0), (notes[0].Program, notes[0].Gain, notes[0].Pan));
        Assert.Equal((40, 0.25, -1.0), (notes[1].Program, notes[1].Gain, notes[1].Pan));
    }

    [Theory]
    [InlineData(SmpteFormat.TwentyFive, 40, 1.0)]
    [InlineData(SmpteFormat.ThirtyDrop, 100, 1001 / 3000.0)]
    public void A_file_counted_in_frames_of_film_plays_at_their_speed_whatever_its_tempo(SmpteFormat format, byte resolution, double end)
    {
        var file = File(Track((0, new SetTempoEvent(1_000_000)), (500, On(60)), (1000, Off(60))));
        file.TimeDivision = new SmpteTimeDivision(format, resolution);
        var note = Performance.Of(file).Notes.Single();
        Assert.Equal((end / 2, end), (note.Start, note.End));
    }

    [Fact]
    public void A_note_that_is_never_let_go_ends_with_the_file()
    {
        var notes = Performance.Of(File(Track((0, On(60)), (96, On(62)), (192, Off(62))))).Notes;
        Assert.Equal([1.0, 1.0], notes.Select(note => Math.Round(note.End, 6)));
    }

    [Fact]
    public void Channel_ten_is_drums_and_a_track_named_chords_accompanies()
    {
        var drum = On(36);
        drum.Channel = (FourBitNumber)9;
        var chords = Track((0, new SequenceTrackNameEvent("Chords")), (0, On(60)), (96, Off(60)));
        var notes = Performance.Of(File(Track((0, drum)), chords)).Notes;
        Assert.True(notes[0].IsDrum && !notes[0].IsAccompaniment);
        Assert.True(notes[1].IsAccompaniment && !notes[1].IsDrum);
    }

    [SharedDataTheory]
    [InlineData("data/original_metheny.mid")]
    [InlineData("data/jerrylzy_sonata_48_3_iscenko.mid")]
    [InlineData("data/pandawithcat_score.mid")]
    public void Every_note_of_a_real_file_is_played(string name)
    {
        var file = MidiFile.Read(SharedData.Path(name));
        var struck = file.Chunks.OfType<TrackChunk>().SelectMany(track => track.Events).OfType<NoteOnEvent>().Count(on => on.Velocity > 0);
        var notes = Performance.Of(file).Notes;
        Assert.Equal(struck, notes.Count);
        Assert.All(notes, note => Assert.InRange(note.End - note.Start, 0, 120));
    }

    private static MidiFile File(params TrackChunk[] tracks) => new(tracks) { TimeDivision = new TicksPerQuarterNoteTimeDivision(96) };

    private static TrackChunk Track(params (int Tick, MidiEvent Event)[] events)
    {
        var track = new TrackChunk();
        var now = 0;
        foreach (var (tick, item) in events)
        {
            item.DeltaTime = tick - now;
            now = tick;
            track.Events.Add(item);
        }

        return track;
    }

    private static NoteOnEvent On(byte pitch) => new((SevenBitNumber)pitch, (SevenBitNumber)80);

    private static NoteOffEvent Off(byte pitch) => new((SevenBitNumber)pitch, (SevenBitNumber)0);

    private static ControlChangeEvent Control(byte number, byte value) => new((SevenBitNumber)number, (SevenBitNumber)value);
}
