using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>A meta event holds a value outside the property's range.</summary>
public sealed class InvalidMetaEventParameterValueException : MidiException
{
    internal InvalidMetaEventParameterValueException(MidiEventType eventType, string propertyName, int value)
        : base($"A {eventType} event has the {propertyName} {value}, which is outside its range.")
    {
        EventType = eventType;
        PropertyName = propertyName;
        Value = value;
    }

    /// <summary>The kind of event.</summary>
    public MidiEventType EventType { get; }

    /// <summary>The property's name.</summary>
    public string PropertyName { get; }

    /// <summary>The value read.</summary>
    public int Value { get; }
}
