namespace Melanchall.DryWetMidi.Core;

/// <summary>The kinds of events that a file can hold.</summary>
public enum MidiEventType : byte
{
    /// <summary>System exclusive data that starts with 0xF0.</summary>
    NormalSysEx = 0,

    /// <summary>Data that starts with 0xF7: the rest of a system exclusive message, or any bytes.</summary>
    EscapeSysEx = 1,

    /// <summary>Meta event 0x00.</summary>
    SequenceNumber = 2,

    /// <summary>Meta event 0x01.</summary>
    Text = 3,

    /// <summary>Meta event 0x02.</summary>
    CopyrightNotice = 4,

    /// <summary>Meta event 0x03.</summary>
    SequenceTrackName = 5,

    /// <summary>Meta event 0x04.</summary>
    InstrumentName = 6,

    /// <summary>Meta event 0x05.</summary>
    Lyric = 7,

    /// <summary>Meta event 0x06.</summary>
    Marker = 8,

    /// <summary>Meta event 0x07.</summary>
    CuePoint = 9,

    /// <summary>Meta event 0x08.</summary>
    ProgramName = 10,

    /// <summary>Meta event 0x09.</summary>
    DeviceName = 11,

    /// <summary>Meta event 0x20.</summary>
    ChannelPrefix = 12,

    /// <summary>Meta event 0x21.</summary>
    PortPrefix = 13,

    /// <summary>Meta event 0x2F.</summary>
    EndOfTrack = 14,

    /// <summary>Meta event 0x51.</summary>
    SetTempo = 15,

    /// <summary>Meta event 0x54.</summary>
    SmpteOffset = 16,

    /// <summary>Meta event 0x58.</summary>
    TimeSignature = 17,

    /// <summary>Meta event 0x59.</summary>
    KeySignature = 18,

    /// <summary>Meta event 0x7F.</summary>
    SequencerSpecific = 19,

    /// <summary>Any other meta event.</summary>
    UnknownMeta = 20,

    /// <summary>Channel event 0x8n.</summary>
    NoteOff = 22,

    /// <summary>Channel event 0x9n.</summary>
    NoteOn = 23,

    /// <summary>Channel event 0xAn.</summary>
    NoteAftertouch = 24,

    /// <summary>Channel event 0xBn.</summary>
    ControlChange = 25,

    /// <summary>Channel event 0xCn.</summary>
    ProgramChange = 26,

    /// <summary>Channel event 0xDn.</summary>
    ChannelAftertouch = 27,

    /// <summary>Channel event 0xEn.</summary>
    PitchBend = 28,
}
