using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>An event for one of the sixteen channels.</summary>
public abstract class ChannelEvent : MidiEvent
{
    private protected ChannelEvent(MidiEventType eventType)
        : base(eventType)
    {
    }

    /// <summary>The channel, 0 to 15.</summary>
    public FourBitNumber Channel { get; set; }

    /// <summary>The upper four bits of the status byte, 8 to 14.</summary>
    internal int Status => EventType - MidiEventType.NoteOff + 8;

    /// <summary>How many data bytes follow the status byte: 1 or 2.</summary>
    internal virtual int DataBytesCount => 2;

    internal SevenBitNumber FirstDataByte { get; set; }

    internal SevenBitNumber SecondDataByte { get; set; }

    private protected abstract ChannelEvent New();

    private protected sealed override MidiEvent CloneEvent()
    {
        var clone = New();
        clone.Channel = Channel;
        clone.FirstDataByte = FirstDataByte;
        clone.SecondDataByte = SecondDataByte;
        return clone;
    }
}
