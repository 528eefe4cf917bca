namespace Melanchall.DryWetMidi.Core;

/// <summary>The kinds of meta events by the byte that follows 0xFF.</summary>
internal static class MetaEventKinds
{
    /// <summary>The byte before a meta event's kind.</summary>
    public const byte Status = 0xFF;

    /// <summary>An event of the kind, to be filled.</summary>
    public static MetaEvent Create(byte kind) => kind switch
    {
        0x00 => new SequenceNumberEvent(),
        0x01 => new TextEvent(),
        0x02 => new CopyrightNoticeEvent(),
        0x03 => new SequenceTrackNameEvent(),
        0x04 => new InstrumentNameEvent(),
        0x05 => new LyricEvent(),
        0x06 => new MarkerEvent(),
        0x07 => new CuePointEvent(),
        0x08 => new ProgramNameEvent(),
        0x09 => new DeviceNameEvent(),
        0x20 => new ChannelPrefixEvent(),
        0x21 => new PortPrefixEvent(),
        0x2F => new EndOfTrackEvent(),
        0x51 => new SetTempoEvent(),
        0x54 => new SmpteOffsetEvent(),
        0x58 => new TimeSignatureEvent(),
        0x59 => new KeySignatureEvent(),
        0x7F => new SequencerSpecificEvent(),
        _ => new UnknownMetaEvent(kind),
    };

    /// <summary>The byte that stands for an event's kind.</summary>
    public static byte Of(MetaEvent metaEvent) => metaEvent.EventType switch
    {
        MidiEventType.SequenceNumber => 0x00,
        MidiEventType.Text => 0x01,
        MidiEventType.CopyrightNotice => 0x02,
        MidiEventType.SequenceTrackName => 0x03,
        MidiEventType.InstrumentName => 0x04,
        MidiEventType.Lyric => 0x05,
        MidiEventType.Marker => 0x06,
        MidiEventType.CuePoint => 0x07,
        MidiEventType.ProgramName => 0x08,
        MidiEventType.DeviceName => 0x09,
        MidiEventType.ChannelPrefix => 0x20,
        MidiEventType.PortPrefix => 0x21,
        MidiEventType.EndOfTrack => 0x2F,
        MidiEventType.SetTempo => 0x51,
        MidiEventType.SmpteOffset => 0x54,
        MidiEventType.TimeSignature => 0x58,
        MidiEventType.KeySignature => 0x59,
        MidiEventType.SequencerSpecific => 0x7F,
        _ => ((UnknownMetaEvent)metaEvent).StatusByte,
    };
}
