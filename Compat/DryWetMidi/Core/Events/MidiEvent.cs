namespace Melanchall.DryWetMidi.Core;

/// <summary>Something that happens in a track.</summary>
public abstract class MidiEvent
{
    private long _deltaTime;

    private protected MidiEvent(MidiEventType eventType) => EventType = eventType;

    /// <summary>The kind of event.</summary>
    public MidiEventType EventType { get; }

    /// <summary>Ticks since the event before it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long DeltaTime
    {
        get => _deltaTime;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _deltaTime = value;
        }
    }

    /// <summary>Whether two events hold the same.</summary>
    /// <param name="midiEvent1">The one.</param>
    /// <param name="midiEvent2">The other.</param>
    /// <returns>True if they do.</returns>
    public static bool Equals(MidiEvent? midiEvent1, MidiEvent? midiEvent2) => Equals(midiEvent1, midiEvent2, out _);

    /// <summary>Whether two events hold the same.</summary>
    /// <param name="midiEvent1">The one.</param>
    /// <param name="midiEvent2">The other.</param>
    /// <param name="message">The first difference, or null.</param>
    /// <returns>True if they do.</returns>
    public static bool Equals(MidiEvent? midiEvent1, MidiEvent? midiEvent2, out string? message)
    {
        message = MidiEventEquality.Difference(midiEvent1, midiEvent2);
        return message is null;
    }

    /// <summary>A copy, data included.</summary>
    /// <returns>An equal event.</returns>
    public MidiEvent Clone()
    {
        var clone = CloneEvent();
        clone._deltaTime = _deltaTime;
        return clone;
    }

    private protected abstract MidiEvent CloneEvent();
}
