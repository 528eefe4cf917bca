using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>Reads a track's events one after the other; remembers the running status.</summary>
internal sealed class TrackEventReader(MidiReader reader, ReadingSettings settings)
{
    private byte? _runningStatus;

    /// <summary>The next event with its delta-time, or null where an unknown one was skipped.</summary>
    public MidiEvent? Read()
    {
        var deltaTime = Math.Max(0, reader.ReadVlqNumber());
        var status = reader.ReadByte();
        if (status < 0x80)
        {
            status = _runningStatus ?? throw new UnexpectedRunningStatusException();
            reader.Position--;
        }

        MidiEvent? midiEvent = status switch
        {
            MetaEventKinds.Status => ReadMetaEvent(),
            0xF0 => ReadSysExEvent(new NormalSysExEvent()),
            0xF7 => ReadSysExEvent(new EscapeSysExEvent()),
            _ => ReadChannelEvent(status),
        };
        if (midiEvent is not null)
            midiEvent.DeltaTime = deltaTime;
        return midiEvent;
    }

    private MetaEvent ReadMetaEvent()
    {
        var metaEvent = MetaEventKinds.Create(reader.ReadByte());
        var size = reader.ReadVlqNumber();
        var start = reader.Position;
        metaEvent.ReadContent(reader, size, settings);

        // Longer content than this kind of event is known to have is passed over.
        var unread = size - (reader.Position - start);
        reader.Skip((uint)Math.Clamp(unread, 0, int.MaxValue));
        return metaEvent;
    }

    private SysExEvent ReadSysExEvent(SysExEvent sysExEvent)
    {
        sysExEvent.Data = reader.ReadData(reader.ReadVlqNumber(), settings.NotEnoughBytesPolicy);
        return sysExEvent;
    }

    private ChannelEvent? ReadChannelEvent(byte status)
    {
        var channel = (FourBitNumber)(byte)(status & 0x0F);
        ChannelEvent? channelEvent = (status >> 4) switch
        {
            0x8 => new NoteOffEvent(),
            0x9 => new NoteOnEvent(),
            0xA => new NoteAftertouchEvent(),
            0xB => new ControlChangeEvent(),
            0xC => new ProgramChangeEvent(),
            0xD => new ChannelAftertouchEvent(),
            0xE => new PitchBendEvent(),
            _ => null,
        };
        if (channelEvent is null)
        {
            SkipUnknownEvent(status, channel);
            return null;
        }

        channelEvent.FirstDataByte = ReadDataByte(channelEvent.EventType);
        if (channelEvent.DataBytesCount > 1)
            channelEvent.SecondDataByte = ReadDataByte(channelEvent.EventType);
        if (channelEvent is NoteOnEvent noteOn && noteOn.Velocity == 0 && settings.SilentNoteOnPolicy == SilentNoteOnPolicy.NoteOff)
            channelEvent = new NoteOffEvent { NoteNumber = noteOn.NoteNumber };
        channelEvent.Channel = channel;
        _runningStatus = status;
        return channelEvent;
    }

    private SevenBitNumber ReadDataByte(MidiEventType eventType)
    {
        var value = reader.ReadByte();
        if (value < 0x80)
            return (SevenBitNumber)value;
        return settings.InvalidChannelEventParameterValuePolicy switch
        {
            InvalidChannelEventParameterValuePolicy.ReadValid => (SevenBitNumber)(byte)(value & 0x7F),
            InvalidChannelEventParameterValuePolicy.SnapToLimits => SevenBitNumber.MaxValue,
            _ => throw new InvalidChannelEventParameterValueException(eventType, value),
        };
    }

    private void SkipUnknownEvent(byte status, FourBitNumber channel) => reader.Skip(settings.UnknownChannelEventPolicy switch
    {
        UnknownChannelEventPolicy.SkipStatusByte => 0u,
        UnknownChannelEventPolicy.SkipStatusByteAndOneDataByte => 1u,
        UnknownChannelEventPolicy.SkipStatusByteAndTwoDataBytes => 2u,
        _ => throw new UnknownChannelEventException((FourBitNumber)(byte)(status >> 4), channel),
    });
}
