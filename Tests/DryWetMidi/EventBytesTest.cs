using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using static GpuJazz.Tests.DryWetMidi.Smf;

namespace GpuJazz.Tests.DryWetMidi;

/// <summary>Every kind of event against bytes written by hand from the standard.</summary>
public class EventBytesTest
{
    public static TheoryData<string, MidiEvent> Events => new()
    {
        { "80 3C 40", new NoteOffEvent(Seven(60), Seven(64)) },
        { "9F 7F 01", new NoteOnEvent(Seven(127), Seven(1)) { Channel = Four(15) } },
        { "A1 3C 05", new NoteAftertouchEvent(Seven(60), Seven(5)) { Channel = Four(1) } },
        { "B2 07 64", new ControlChangeEvent(Seven(7), Seven(100)) { Channel = Four(2) } },
        { "C3 20", new ProgramChangeEvent(Seven(32)) { Channel = Four(3) } },
        { "D4 11", new ChannelAftertouchEvent(Seven(17)) { Channel = Four(4) } },
        { "E5 00 40", new PitchBendEvent { Channel = Four(5) } },
        { "E5 01 7F", new PitchBendEvent(0x3F81) { Channel = Four(5) } },
        { "F0 03 7E 09 F7", new NormalSysExEvent([0x7E, 0x09, 0xF7]) },
        { "F7 02 F3 01", new EscapeSysExEvent([0xF3, 0x01]) },
        { "FF 00 02 01 02", new SequenceNumberEvent(258) },
        { "FF 01 02 48 69", new TextEvent("Hi") },
        { "FF 02 03 28 43 29", new CopyrightNoticeEvent("(C)") },
        { "FF 03 06 4D 65 6C 6F 64 79", new SequenceTrackNameEvent("Melody") },
        { "FF 04 04 42 61 73 73", new InstrumentNameEvent("Bass") },
        { "FF 05 02 6C 61", new LyricEvent("la") },
        { "FF 06 01 41", new MarkerEvent("A") },
        { "FF 07 01 42", new CuePointEvent("B") },
        { "FF 08 01 43", new ProgramNameEvent("C") },
        { "FF 09 01 44", new DeviceNameEvent("D") },
        { "FF 01 00", new TextEvent("") },
        { "FF 20 01 09", new ChannelPrefixEvent(9) },
        { "FF 21 01 02", new PortPrefixEvent(2) },
        { "FF 51 03 07 53 00", new SetTempoEvent(480_000) },
        { "FF 54 05 61 02 03 04 05", new SmpteOffsetEvent(SmpteFormat.Thirty, 1, 2, 3, 4, 5) },
        { "FF 54 05 57 3B 3B 1C 63", new SmpteOffsetEvent(SmpteFormat.ThirtyDrop, 23, 59, 59, 28, 99) },
        { "FF 58 04 06 03 24 08", new TimeSignatureEvent(6, 8, 36, 8) },
        { "FF 58 04 04 02 18 08", new TimeSignatureEvent() },
        { "FF 59 02 FD 01", new KeySignatureEvent(-3, 1) },
        { "FF 7F 03 00 01 02", new SequencerSpecificEvent([0, 1, 2]) },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_written_as_the_standard_says(string bytes, MidiEvent midiEvent) =>
        Assert.Equal("00 " + bytes, WriteEvents([midiEvent]));

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_read_as_the_standard_says(string bytes, MidiEvent expected)
    {
        var read = Assert.Single(ReadEvents("81 00 " + bytes));

        Assert.Equal(128, read.DeltaTime);
        read.DeltaTime = 0;
        Assert.True(MidiEvent.Equals(expected, read, out var message), message);
        Assert.Equal(expected.EventType, read.EventType);
        Assert.Equal(expected.ToString(), read.ToString());
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void A_clone_holds_the_same_and_is_another(string bytes, MidiEvent midiEvent)
    {
        midiEvent.DeltaTime = 7;
        var clone = midiEvent.Clone();

        Assert.NotSame(midiEvent, clone);
        Assert.True(MidiEvent.Equals(midiEvent, clone, out var message), message);
        Assert.Equal("07 " + bytes, WriteEvents([clone]));
    }

    [Fact]
    public void A_meta_event_of_an_unknown_kind_keeps_its_bytes()
    {
        var read = Assert.IsType<UnknownMetaEvent>(Assert.Single(ReadEvents("05 FF 60 03 01 FF 00")));

        Assert.Equal(0x60, read.StatusByte);
        Assert.Equal([1, 0xFF, 0], read.Data);
        Assert.Equal("05 FF 60 03 01 FF 00", WriteEvents([read]));
        Assert.Equal("05 FF 60 03 01 FF 00", WriteEvents([read.Clone()]));
    }

    [Theory]
    [InlineData("FF 58 02 03 02", "FF 58 04 03 02 18 08")]
    [InlineData("FF 51 04 07 53 00 AA", "FF 51 03 07 53 00")]
    [InlineData("FF 00 00", "FF 00 02 00 00")]
    [InlineData("FF 21 00", "FF 21 01 00")]
    [InlineData("FF 59 03 01 00 99", "FF 59 02 01 00")]
    public void A_meta_event_shorter_or_longer_than_usual_is_read(string bytes, string usual) =>
        Assert.Equal($"00 {usual} 00 90 3C 64", WriteEvents(ReadEvents($"00 {bytes} 00 90 3C 64")));

    [Fact]
    public void Events_with_other_contents_are_not_equal()
    {
        var events = Events.Select(row => (MidiEvent)row[1]).ToArray();
        for (var i = 0; i < events.Length; i++)
            for (var j = 0; j < events.Length; j++)
                Assert.Equal(i == j, MidiEvent.Equals(events[i], events[j]));
        Assert.False(MidiEvent.Equals(On(60), On(60, deltaTime: 1)));
        Assert.False(MidiEvent.Equals(On(60), null));
    }
}
