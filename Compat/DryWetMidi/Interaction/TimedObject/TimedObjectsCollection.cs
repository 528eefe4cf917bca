using System.Collections;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Objects that come out in the order of their times, and at the same time in the order in which they were added.</summary>
/// <typeparam name="TObject">Their type.</typeparam>
public sealed class TimedObjectsCollection<TObject> : IEnumerable<TObject>
    where TObject : ITimedObject
{
    private readonly List<TObject> _objects;

    internal TimedObjectsCollection(IEnumerable<TObject> objects) => _objects = [.. objects];

    /// <summary>How many there are.</summary>
    public int Count => _objects.Count;

    /// <summary>Adds objects.</summary>
    /// <param name="objects">The objects; nulls are left out.</param>
    public void Add(IEnumerable<TObject> objects) => _objects.AddRange(objects.Where(o => o is not null));

    /// <summary>Adds objects.</summary>
    /// <param name="objects">The objects; nulls are left out.</param>
    public void Add(params TObject[] objects) => Add((IEnumerable<TObject>)objects);

    /// <summary>Removes objects.</summary>
    /// <param name="objects">The objects.</param>
    /// <returns>Whether any was there.</returns>
    public bool Remove(params TObject[] objects)
    {
        var count = _objects.Count;
        foreach (var timedObject in objects)
            _objects.Remove(timedObject);
        return _objects.Count < count;
    }

    /// <summary>Removes objects that meet a condition.</summary>
    /// <param name="match">The condition.</param>
    public void RemoveAll(Predicate<TObject> match) => _objects.RemoveAll(match);

    /// <summary>Removes all.</summary>
    public void Clear() => _objects.Clear();

    /// <inheritdoc/>
    public IEnumerator<TObject> GetEnumerator() => _objects.OrderBy(o => o.Time).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
