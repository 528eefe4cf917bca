using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Notes that sound together.</summary>
public sealed class Chord : ILengthedObject
{
    /// <summary>A chord of the given notes.</summary>
    /// <param name="notes">The notes; nulls are left out.</param>
    public Chord(IEnumerable<Note> notes) => Notes = new(notes.Where(n => n is not null));

    /// <summary>A chord of the given notes.</summary>
    /// <param name="notes">The notes; nulls are left out.</param>
    public Chord(params Note[] notes)
        : this((IEnumerable<Note>)notes)
    {
    }

    /// <summary>A chord of the given notes, moved to a time.</summary>
    /// <param name="notes">The notes; nulls are left out.</param>
    /// <param name="time">The time in ticks.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public Chord(IEnumerable<Note> notes, long time)
        : this(notes) => Time = time;

    /// <summary>The notes in the order of their begins.</summary>
    public TimedObjectsCollection<Note> Notes { get; }

    /// <summary>When the first note begins, in ticks; setting it moves all of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long Time
    {
        get => Notes.FirstOrDefault()?.Time ?? 0;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            var move = value - Time;
            foreach (var note in Notes)
                note.Time += move;
        }
    }

    /// <summary>From the first begin to the last end, in ticks; setting it makes each note longer or shorter by the same number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value would end the chord before its last note begins.</exception>
    public long Length
    {
        get => Notes.Count == 0 ? 0 : EndTime - Time;
        set
        {
            if (Notes.Count == 0)
                return;
            ArgumentOutOfRangeException.ThrowIfLessThan(value, Notes.Max(n => n.Time) - Time);
            var more = value - Length;
            foreach (var note in Notes)
                note.Length += more;
        }
    }

    /// <inheritdoc/>
    public long EndTime => Notes.Select(n => n.EndTime).DefaultIfEmpty().Max();

    /// <summary>The channel of all notes; setting it sets it for each.</summary>
    /// <exception cref="InvalidOperationException">There are no notes, or their channels differ.</exception>
    public FourBitNumber Channel
    {
        get => Same(n => n.Channel);
        set => ForEach(n => n.Channel = value);
    }

    /// <summary>The velocity of all notes; setting it sets it for each.</summary>
    /// <exception cref="InvalidOperationException">There are no notes, or their velocities differ.</exception>
    public SevenBitNumber Velocity
    {
        get => Same(n => n.Velocity);
        set => ForEach(n => n.Velocity = value);
    }

    /// <inheritdoc/>
    public ITimedObject Clone() => new Chord(Notes.Select(n => (Note)n.Clone()));

    /// <summary>The notes' names from the lowest to the highest.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        Notes.Count == 0 ? "Empty notes collection" : string.Join(' ', Notes.OrderBy(n => n.NoteNumber));

    private T Same<T>(Func<Note, T> value)
    {
        T[] values = [.. Notes.Select(value).Distinct()];
        return values.Length == 1
            ? values[0]
            : throw new InvalidOperationException(values.Length == 0 ? "The chord has no notes." : "The chord's notes differ in this.");
    }

    private void ForEach(Action<Note> action)
    {
        foreach (var note in Notes)
            action(note);
    }
}
