using System.Collections;

namespace Melanchall.DryWetMidi.Core;

/// <summary>A track's events, each with the time since the one before it.</summary>
public sealed class EventsCollection : ICollection<MidiEvent>
{
    private readonly List<MidiEvent> _events = [];

    internal EventsCollection()
    {
    }

    /// <summary>The event at a place.</summary>
    /// <param name="index">The place, from 0.</param>
    public MidiEvent this[int index]
    {
        get => _events[index];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _events[index] = value;
        }
    }

    /// <inheritdoc/>
    public int Count => _events.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public void Add(MidiEvent midiEvent)
    {
        ArgumentNullException.ThrowIfNull(midiEvent);
        _events.Add(midiEvent);
    }

    /// <summary>Adds events at the end; nulls are left out.</summary>
    /// <param name="events">The events.</param>
    public void AddRange(IEnumerable<MidiEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        _events.AddRange(events.Where(e => e is not null));
    }

    /// <summary>Puts an event before the one at a place.</summary>
    /// <param name="index">The place, from 0, of an event that is there.</param>
    /// <param name="midiEvent">The event.</param>
    public void Insert(int index, MidiEvent midiEvent)
    {
        ArgumentNullException.ThrowIfNull(midiEvent);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _events.Count);
        _events.Insert(index, midiEvent);
    }

    /// <inheritdoc/>
    public bool Remove(MidiEvent midiEvent) => _events.Remove(midiEvent);

    /// <summary>Removes the event at a place.</summary>
    /// <param name="index">The place, from 0.</param>
    public void RemoveAt(int index) => _events.RemoveAt(index);

    /// <summary>Removes events that meet a condition.</summary>
    /// <param name="match">The condition.</param>
    /// <returns>How many were removed.</returns>
    public int RemoveAll(Predicate<MidiEvent> match) => _events.RemoveAll(match);

    /// <summary>The place of an event.</summary>
    /// <param name="midiEvent">The event.</param>
    /// <returns>The place, or −1.</returns>
    public int IndexOf(MidiEvent midiEvent) => _events.IndexOf(midiEvent);

    /// <inheritdoc/>
    public void Clear() => _events.Clear();

    /// <inheritdoc/>
    public bool Contains(MidiEvent item) => _events.Contains(item);

    /// <inheritdoc/>
    public void CopyTo(MidiEvent[] array, int arrayIndex) => _events.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<MidiEvent> GetEnumerator() => _events.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
