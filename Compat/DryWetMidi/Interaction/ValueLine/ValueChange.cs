namespace Melanchall.DryWetMidi.Interaction;

/// <summary>A value that holds from a time on.</summary>
/// <typeparam name="TValue">Its type.</typeparam>
public sealed class ValueChange<TValue> : ITimedObject
    where TValue : class
{
    internal ValueChange(long time, TValue value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        Time = time;
        Value = value;
    }

    /// <summary>The time in ticks.</summary>
    public long Time { get; }

    /// <summary>The value.</summary>
    public TValue Value { get; }

    long ITimedObject.Time
    {
        get => Time;
        set => throw new InvalidOperationException("The time of a value change can't be set.");
    }

    /// <summary>Whether time and value are the same.</summary>
    public static bool operator ==(ValueChange<TValue>? change1, ValueChange<TValue>? change2) =>
        change1?.Time == change2?.Time && Equals(change1?.Value, change2?.Value);

    /// <summary>Whether time or value differ.</summary>
    public static bool operator !=(ValueChange<TValue>? change1, ValueChange<TValue>? change2) => !(change1 == change2);

    /// <inheritdoc/>
    public ITimedObject Clone() => new ValueChange<TValue>(Time, Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueChange<TValue> other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Time, Value);

    /// <inheritdoc/>
    public override string ToString() => $"{Value} at {Time}";
}
