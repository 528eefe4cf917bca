using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;
using static GpuJazz.Tests.DryWetMidi.Smf;
using Chord = Melanchall.DryWetMidi.Interaction.Chord;
using Note = Melanchall.DryWetMidi.Interaction.Note;

namespace GpuJazz.Tests.DryWetMidi;

/// <summary>Notes and chords found among events, and written back.</summary>
public class NotesTest
{
    [Fact]
    public void A_note_goes_from_its_Note_On_to_its_Note_Off()
    {
        var notes = new TrackChunk(On(60), On(64, 10), Off(60, 5), Off(64, 20)).GetNotes();

        Assert.Equal([(60, 0L, 15L), (64, 10, 25)], notes.Select(n => ((int)n.NoteNumber, n.Time, n.Length)));
        Assert.Equal(["C4", "E4"], notes.Select(n => n.ToString()));
    }

    [Theory]
    [InlineData(NoteStartDetectionPolicy.FirstNoteOn, 30, 30)]
    [InlineData(NoteStartDetectionPolicy.LastNoteOn, 40, 20)]
    public void Of_notes_that_overlap_on_a_key_the_first_or_the_last_ends_first(NoteStartDetectionPolicy policy, long first, long second)
    {
        var track = new TrackChunk(On(60), On(60, 10), Off(60, 20), Off(60, 10));
        var notes = track.GetNotes(new NoteDetectionSettings { NoteStartDetectionPolicy = policy });

        Assert.Equal([(0L, first), (10, second)], notes.Select(n => (n.Time, n.Length)));
    }

    [Fact]
    public void Notes_come_in_the_order_of_their_begins_whichever_ends_first()
    {
        var notes = new TrackChunk(On(60), On(61), On(62), Off(62, 5), Off(61), On(50, 1), Off(50, 1), Off(60, 9)).GetNotes();

        Assert.Equal([60, 61, 62, 50], notes.Select(n => (int)n.NoteNumber));
    }

    [Fact]
    public void Channels_and_tracks_have_notes_of_their_own()
    {
        var one = new TrackChunk(On(60), On(60, 0, 1), Off(60, 10, 1), Off(60, 10));
        var two = new TrackChunk(On(60), Off(60, 5));

        Assert.Equal([(0, 20L), (1, 10)], one.GetNotes().Select(n => ((int)n.Channel, n.Length)));
        Assert.Equal([20L, 10, 5], new[] { one, two }.GetNotes().Select(n => n.Length));
        Assert.Equal([5L, 20, 10], new MidiFile(two, one).GetNotes().Select(n => n.Length));
    }

    [Fact]
    public void What_has_no_partner_is_no_note() =>
        Assert.Empty(new TrackChunk(Off(60), On(60, 1), On(61, 1), Off(60, 1, channel: 2)).GetNotes());

    [Fact]
    public void Notes_are_copies()
    {
        var track = new TrackChunk(On(60), Off(60, 10));
        track.GetNotes().Single().NoteNumber = Seven(70);

        Assert.Equal(60, track.GetNotes().Single().NoteNumber);
    }

    [Fact]
    public void A_note_moves_as_a_whole_and_keeps_its_begin_when_it_grows()
    {
        var note = new Note(Seven(60), 48, 96) { Velocity = Seven(80), OffVelocity = Seven(3), Channel = Four(9) };
        note.Time = 192;
        note.Length = 24;

        Assert.Equal((192, 24, 216), (note.Time, note.Length, note.EndTime));
        Assert.Equal("Note On [9] (60, 80)", note.GetTimedNoteOnEvent().Event.ToString());
        Assert.Equal("Event at 216: Note Off [9] (60, 3)", note.GetTimedNoteOffEvent().ToString());
        Assert.ThrowsAny<ArgumentException>(() => note.Time = -1);
        Assert.ThrowsAny<ArgumentException>(() => note.Length = -1);
        Assert.Equal(100, new Note(Seven(60)).Velocity);
    }

    [Fact]
    public void Managed_notes_are_written_among_the_other_events()
    {
        var track = new TrackChunk(new TextEvent("begin"), On(60, 10), new MarkerEvent("A") { DeltaTime = 5 }, Off(60, 5), On(99, 1));
        using (var manager = track.ManageNotes())
        {
            manager.Objects.Single().NoteNumber = Seven(72);
            manager.Objects.Add(new Note(Seven(40), 5, 2));
        }

        Assert.Equal(
            WriteEvents(
                [new TextEvent("begin"), On(40, 2), Off(40, 5), On(72, 3), new MarkerEvent("A") { DeltaTime = 5 }, Off(72, 5), On(99, 1)]),
            WriteEvents(track.Events));
    }

    [Fact]
    public void Objects_become_a_track_in_the_order_of_their_times()
    {
        ITimedObject[] objects =
        [
            new Note(Seven(62), 10, 10), new Note(Seven(60), 10, 0), new TimedEvent(new TextEvent("x"), 10),
            new Chord([new Note(Seven(50), 4), new Note(Seven(55), 4)], 20),
        ];

        Assert.Equal(
            WriteEvents(
                [On(60), On(62, 10), Off(60), new TextEvent("x"), Off(62, 10), On(50), On(55), Off(50, 4), Off(55)]),
            WriteEvents(objects.ToTrackChunk().Events));
        Assert.Equal(9, objects.ToFile().GetTimedEvents().Count);
    }

    [Fact]
    public void Added_objects_come_after_what_is_there_at_the_same_time()
    {
        var track = new TrackChunk(On(60), Off(60, 10));
        track.AddObjects([new TimedEvent(new TextEvent("end"), 10), new TimedEvent(new TextEvent("begin"))]);

        Assert.Equal(WriteEvents([On(60), new TextEvent("begin"), Off(60, 10), new TextEvent("end")]), WriteEvents(track.Events));
    }

    [Fact]
    public void Events_of_a_file_come_in_the_order_of_times_and_then_of_tracks()
    {
        var file = new MidiFile(new TrackChunk(On(60), On(61, 10)), new TrackChunk(On(62), On(63, 9), On(64, 1)));

        Assert.Equal([60, 62, 63, 61, 64], file.GetTimedEvents().Select(e => (int)((NoteOnEvent)e.Event).NoteNumber));
        Assert.Equal([0L, 0, 9, 10, 10], file.GetTimedEvents().Select(e => e.Time));
    }

    [Theory]
    [InlineData(0, 1, "C4 E4|F4|G4")]
    [InlineData(2, 1, "C4 E4 F4|G4")]
    [InlineData(2, 2, "C4 E4 F4")]
    public void Notes_that_begin_together_are_a_chord(long tolerance, int least, string expected)
    {
        var track = new TrackChunk(On(64), On(60), On(65, 2), Off(64, 10), Off(60), On(67, 3), Off(65), Off(67, 1));
        var settings = new ChordDetectionSettings { NotesTolerance = tolerance, NotesMinCount = least };

        Assert.Equal(expected, string.Join('|', track.GetChords(settings)));
        Assert.Equal(expected, string.Join('|', track.GetNotes().GetChords(settings)));
    }

    [Fact]
    public void A_chord_is_of_one_track_and_channel()
    {
        var one = new TrackChunk(On(60), On(64, 0, 1), On(67), Off(60, 4), Off(64, 0, 1), Off(67));
        var two = new TrackChunk(On(72), Off(72, 4));

        Assert.Equal(["C4 G4", "E4", "C5"], new MidiFile(one, two).GetChords().Select(c => c.ToString()));
    }

    [Fact]
    public void A_chord_speaks_for_its_notes()
    {
        var chord = new Chord(new Note(Seven(60), 10, 4), new Note(Seven(64), 20, 6) { Channel = Four(2) });

        Assert.Equal((4, 22, 26), (chord.Time, chord.Length, chord.EndTime));
        Assert.Throws<InvalidOperationException>(() => chord.Channel);
        chord.Channel = Four(5);
        chord.Time = 0;
        chord.Length = 30;
        Assert.Equal([(0L, 18L, 5), (2, 28, 5)], chord.Notes.Select(n => (n.Time, n.Length, (int)n.Channel)));
        Assert.Throws<InvalidOperationException>(() => new Chord().Velocity);
    }

    [Fact]
    public void Managed_chords_are_written_back()
    {
        var track = new TrackChunk(On(60), On(64), Off(60, 4), Off(64), On(72), Off(72, 4));
        using (var manager = track.ManageChords(new ChordDetectionSettings { NotesMinCount = 2 }))
            manager.Objects.Single().Time = 2;

        Assert.Equal([(2L, 4L), (2, 4), (4, 4)], track.GetNotes().Select(n => (n.Time, n.Length)));
    }

    [Fact]
    public void Times_and_lengths_come_in_other_units()
    {
        var note = new Note(Seven(60), 96, 48);

        Assert.Equal(250_000, note.TimeAs<MetricTimeSpan>(TempoMap.Default).TotalMicroseconds);
        Assert.Equal(500_000, note.LengthAs<MetricTimeSpan>(TempoMap.Default).TotalMicroseconds);
        Assert.Equal(750_000, note.EndTimeAs<MetricTimeSpan>(TempoMap.Default).TotalMicroseconds);
        Assert.Equal(96, note.LengthAs<MidiTimeSpan>(TempoMap.Default).TimeSpan);
    }
}
