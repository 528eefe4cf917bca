using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>The begin or the end of a note.</summary>
public abstract class NoteEvent : ChannelEvent
{
    private protected NoteEvent(MidiEventType eventType)
        : base(eventType)
    {
    }

    /// <summary>The key; 60 is middle C.</summary>
    public SevenBitNumber NoteNumber
    {
        get => FirstDataByte;
        set => FirstDataByte = value;
    }

    /// <summary>How fast the key moves.</summary>
    public SevenBitNumber Velocity
    {
        get => SecondDataByte;
        set => SecondDataByte = value;
    }
}
