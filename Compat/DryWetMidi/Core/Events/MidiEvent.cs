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
