using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>An event with its time from the begin of the track.</summary>
public sealed class TimedEvent : ITimedObject
{
    private long _time;

    /// <summary>An event at time zero.</summary>
    /// <param name="midiEvent">The event.</param>
    public TimedEvent(MidiEvent midiEvent)
    {
        ArgumentNullException.ThrowIfNull(midiEvent);
        Event = midiEvent;
    }

    /// <summary>An event at a time.</summary>
    /// <param name="midiEvent">The event.</param>
    /// <param name="time">The time in ticks.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimedEvent(MidiEvent midiEvent, long time)
        : this(midiEvent) => Time = time;

    /// <summary>The event; its delta-time says nothing here.</summary>
    public MidiEvent Event { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long Time
    {
        get => _time;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _time = value;
        }
    }

    /// <inheritdoc/>
    public ITimedObject Clone() => new TimedEvent(Event.Clone(), Time);

    /// <inheritdoc/>
    public override string ToString() => $"Event at {Time}: {Event}";
}
