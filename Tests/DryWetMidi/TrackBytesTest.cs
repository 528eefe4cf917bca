using Melanchall.DryWetMidi.Core;
using static GpuJazz.Tests.DryWetMidi.Smf;

namespace GpuJazz.Tests.DryWetMidi;

/// <summary>What lies between the events of a track: delta-times, running status, message parts, the end.</summary>
public class TrackBytesTest
{
    [Theory]
    [InlineData("00", 0)]
    [InlineData("40", 0x40)]
    [InlineData("7F", 0x7F)]
    [InlineData("81 00", 0x80)]
    [InlineData("C0 00", 0x2000)]
    [InlineData("FF 7F", 0x3FFF)]
    [InlineData("81 80 00", 0x4000)]
    [InlineData("FF FF 7F", 0x1FFFFF)]
    [InlineData("81 80 80 00", 0x200000)]
    [InlineData("FF FF FF 7F", 0x0FFFFFFF)]
    public void Delta_times_have_a_variable_length(string bytes, long deltaTime)
    {
        Assert.Equal(deltaTime, Assert.Single(ReadEvents(bytes + " 90 3C 64")).DeltaTime);
        Assert.Equal(bytes + " 90 3C 64", WriteEvents([On(60, deltaTime)]));
    }

    [Fact]
    public void A_delta_time_may_have_leading_zeros() =>
        Assert.Equal(5, Assert.Single(ReadEvents("80 80 05 90 3C 64")).DeltaTime);

    [Fact]
    public void Running_status_goes_on_until_another_status_even_across_meta_events()
    {
        var events = ReadEvents("00 90 3C 64 10 3E 64 10 3C 00 00 FF 06 01 41 10 3E 00 00 C1 05 00 06");

        MidiEvent[] expected =
        [
            On(60), On(62, 16), Off(60, 16), new MarkerEvent("A"), Off(62, 16),
            new ProgramChangeEvent(Seven(5)) { Channel = Four(1) }, new ProgramChangeEvent(Seven(6)) { Channel = Four(1) },
        ];
        Assert.Equal(WriteEvents(expected), WriteEvents(events));
    }

    [Fact]
    public void Running_status_is_written_when_asked_for_and_begins_anew_after_other_events()
    {
        var settings = new WritingSettings { UseRunningStatus = true };
        MidiEvent[] events = [On(60), On(64), On(64, channel: 1), new TextEvent("x"), On(67, channel: 1), Off(67, 2, 1), Off(60)];

        Assert.Equal(
            "00 90 3C 64 00 40 64 00 91 40 64 00 FF 01 01 78 00 91 43 64 02 81 43 00 00 80 3C 00",
            WriteEvents(events, settings));
        Assert.Equal(WriteEvents(events), WriteEvents(ReadEvents(WriteEvents(events, settings))));
    }

    [Fact]
    public void Note_off_may_be_written_as_silent_note_on_and_is_read_as_note_off()
    {
        var settings = new WritingSettings { UseRunningStatus = true, NoteOffAsSilentNoteOn = true };
        var bytes = WriteEvents([On(60), Off(60, 96)], settings);

        Assert.Equal("00 90 3C 64 60 3C 00", bytes);
        Assert.IsType<NoteOffEvent>(ReadEvents(bytes)[1]);
        Assert.IsType<NoteOnEvent>(ReadEvents(bytes, new ReadingSettings { SilentNoteOnPolicy = SilentNoteOnPolicy.NoteOn })[1]);
    }

    [Fact]
    public void A_message_in_parts_is_kept_in_parts()
    {
        const string Bytes = "00 F0 03 43 12 00 81 48 F7 06 43 12 00 43 12 00 64 F7 04 43 12 00 F7";
        var parts = ReadEvents(Bytes).Cast<SysExEvent>().ToArray();

        Assert.Equal([false, false, true], parts.Select(p => p.Completed));
        Assert.Equal([0, 200, 100], parts.Select(p => p.DeltaTime));
        Assert.Equal(Bytes, WriteEvents(parts));
    }

    [Fact]
    public void A_message_may_not_repeat_its_first_byte()
    {
        Assert.Throws<ArgumentException>(() => new NormalSysExEvent([0xF0, 1]));
        Assert.Throws<ArgumentException>(() => new EscapeSysExEvent([0xF7, 1]));
    }

    [Fact]
    public void The_end_of_the_track_is_left_out_unless_it_is_asked_for()
    {
        var bytes = File(Header(1, 0), Chunk("MTrk", "00 90 3C 64 60 FF 2F 00"));
        var stored = Read(bytes, new ReadingSettings { EndOfTrackStoringPolicy = EndOfTrackStoringPolicy.Store });

        Assert.Single(Read(bytes).GetTrackChunks().Single().Events);
        var end = Assert.IsType<EndOfTrackEvent>(stored.GetTrackChunks().Single().Events.Last());
        Assert.Equal(96, end.DeltaTime);
        Assert.Equal(bytes, Write(stored, MidiFileFormat.SingleTrack));
    }

    [Fact]
    public void Default_values_may_be_left_out_until_the_first_other_one()
    {
        MidiEvent[] events =
        [
            new SetTempoEvent(), new TimeSignatureEvent(), new KeySignatureEvent(),
            new SetTempoEvent(1), new TimeSignatureEvent(3, 4), new KeySignatureEvent(1, 0),
            new SetTempoEvent(), new TimeSignatureEvent(), new KeySignatureEvent(),
        ];
        var settings = new WritingSettings
        {
            DeleteDefaultSetTempo = true,
            DeleteDefaultTimeSignature = true,
            DeleteDefaultKeySignature = true,
        };

        Assert.Equal(WriteEvents(events[3..]), WriteEvents(events, settings));
    }

    [Fact]
    public void Texts_are_ASCII_unless_an_encoding_is_given()
    {
        var settings = new ReadingSettings { TextEncoding = System.Text.Encoding.UTF8 };
        var text = Assert.IsType<TextEvent>(Assert.Single(ReadEvents("00 FF 01 02 C3 A9", settings)));

        Assert.Equal("é", text.Text);
        Assert.Equal("00 FF 01 02 C3 A9", WriteEvents([text], new WritingSettings { TextEncoding = System.Text.Encoding.UTF8 }));
        Assert.Equal("??", Assert.IsType<TextEvent>(Assert.Single(ReadEvents("00 FF 01 02 C3 A9"))).Text);
        settings.DecodeTextCallback = (bytes, _) => Convert.ToHexString(bytes);
        Assert.Equal("C3A9", Assert.IsType<TextEvent>(Assert.Single(ReadEvents("00 FF 01 02 C3 A9", settings))).Text);
    }
}
