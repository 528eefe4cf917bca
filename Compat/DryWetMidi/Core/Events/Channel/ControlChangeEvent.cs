using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>A controller takes a value.</summary>
public sealed class ControlChangeEvent : ChannelEvent
{
    /// <summary>Controller 0 at 0.</summary>
    public ControlChangeEvent()
        : base(MidiEventType.ControlChange)
    {
    }

    /// <summary>A controller's value, on channel 0.</summary>
    /// <param name="controlNumber">The controller.</param>
    /// <param name="controlValue">Its value.</param>
    public ControlChangeEvent(SevenBitNumber controlNumber, SevenBitNumber controlValue)
        : this()
    {
        ControlNumber = controlNumber;
        ControlValue = controlValue;
    }

    /// <summary>The controller: 7 is volume, 10 pan, 64 the sustain pedal.</summary>
    public SevenBitNumber ControlNumber
    {
        get => FirstDataByte;
        set => FirstDataByte = value;
    }

    /// <summary>Its value.</summary>
    public SevenBitNumber ControlValue
    {
        get => SecondDataByte;
        set => SecondDataByte = value;
    }

    /// <inheritdoc/>
    public override string ToString() => $"Control Change [{Channel}] ({ControlNumber}, {ControlValue})";

    private protected override ChannelEvent New() => new ControlChangeEvent();
}
