using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>A channel event's data byte is greater than 127.</summary>
public sealed class InvalidChannelEventParameterValueException : MidiException
{
    internal InvalidChannelEventParameterValueException(MidiEventType eventType, byte value)
        : base($"A {eventType} event has the data byte {value}; the greatest is 127.")
    {
        EventType = eventType;
        Value = value;
    }

    /// <summary>The kind of event.</summary>
    public MidiEventType EventType { get; }

    /// <summary>The byte read.</summary>
    public byte Value { get; }
}
