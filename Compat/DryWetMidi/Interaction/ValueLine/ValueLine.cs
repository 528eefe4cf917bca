using System.Collections;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>A value along the time: a default, and changes in the order of their times, one at a time.</summary>
internal sealed class ValueLine<TValue>(TValue defaultValue) : IEnumerable<ValueChange<TValue>>
    where TValue : class
{
    private readonly List<ValueChange<TValue>> _changes = [];

    /// <summary>How often the line has been changed.</summary>
    public int Version { get; private set; }

    /// <summary>The value that holds at a time.</summary>
    public TValue GetValueAtTime(long time)
    {
        var count = CountUpTo(time);
        return count == 0 ? defaultValue : _changes[count - 1].Value;
    }

    /// <summary>Sets the value from a time on to the next change; does nothing where it holds already.</summary>
    public void SetValue(long time, TValue value)
    {
        if (GetValueAtTime(time).Equals(value))
            return;
        var place = CountUpTo(time);
        if (place > 0 && _changes[place - 1].Time == time)
            _changes.RemoveAt(--place);
        _changes.Insert(place, new(time, value));
        Version++;
    }

    /// <summary>Takes back the changes from one time to another, both included.</summary>
    public void DeleteValues(long startTime, long endTime)
    {
        _changes.RemoveAll(c => c.Time >= startTime && c.Time <= endTime);
        Version++;
    }

    /// <summary>Takes the changes of another line.</summary>
    public void ReplaceValues(ValueLine<TValue> other)
    {
        ValueChange<TValue>[] changes = [.. other._changes];
        _changes.Clear();
        _changes.AddRange(changes);
        Version++;
    }

    public IEnumerator<ValueChange<TValue>> GetEnumerator() => _changes.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int CountUpTo(long time)
    {
        int low = 0, high = _changes.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_changes[middle].Time <= time)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
