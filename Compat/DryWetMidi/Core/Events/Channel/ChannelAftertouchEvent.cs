using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>The pressure on a channel's keys together changes.</summary>
public sealed class ChannelAftertouchEvent : ChannelEvent
{
    /// <summary>Pressure 0.</summary>
    public ChannelAftertouchEvent()
        : base(MidiEventType.ChannelAftertouch)
    {
    }

    /// <summary>A pressure, on channel 0.</summary>
    /// <param name="aftertouchValue">The pressure.</param>
    public ChannelAftertouchEvent(SevenBitNumber aftertouchValue)
        : this() => AftertouchValue = aftertouchValue;

    /// <summary>The pressure.</summary>
    public SevenBitNumber AftertouchValue
    {
        get => FirstDataByte;
        set => FirstDataByte = value;
    }

    /// <inheritdoc/>
    public override string ToString() => $"Channel Aftertouch [{Channel}] ({AftertouchValue})";

    internal override int DataBytesCount => 1;

    private protected override ChannelEvent New() => new ChannelAftertouchEvent();
}
