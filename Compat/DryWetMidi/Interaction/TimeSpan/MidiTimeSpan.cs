namespace Melanchall.DryWetMidi.Interaction;

/// <summary>A time or a length in ticks.</summary>
public sealed class MidiTimeSpan : ITimeSpan, IComparable<MidiTimeSpan>, IEquatable<MidiTimeSpan>
{
    /// <summary>No ticks.</summary>
    public MidiTimeSpan()
    {
    }

    /// <summary>A number of ticks.</summary>
    /// <param name="timeSpan">The number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public MidiTimeSpan(long timeSpan)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(timeSpan);
        TimeSpan = timeSpan;
    }

    /// <summary>The number of ticks.</summary>
    public long TimeSpan { get; }

    /// <summary>A number of ticks.</summary>
    public static explicit operator MidiTimeSpan(long timeSpan) => new(timeSpan);

    /// <summary>The number of ticks.</summary>
    public static implicit operator long(MidiTimeSpan timeSpan) => timeSpan.TimeSpan;

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(MidiTimeSpan? timeSpan1, MidiTimeSpan? timeSpan2) => timeSpan1?.TimeSpan == timeSpan2?.TimeSpan;

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(MidiTimeSpan? timeSpan1, MidiTimeSpan? timeSpan2) => !(timeSpan1 == timeSpan2);

    /// <summary>The sum.</summary>
    public static MidiTimeSpan operator +(MidiTimeSpan timeSpan1, MidiTimeSpan timeSpan2) => new(timeSpan1.TimeSpan + timeSpan2.TimeSpan);

    /// <summary>The difference.</summary>
    /// <exception cref="ArgumentException">The second is greater.</exception>
    public static MidiTimeSpan operator -(MidiTimeSpan timeSpan1, MidiTimeSpan timeSpan2) => new(timeSpan1.TimeSpan - timeSpan2.TimeSpan);

    /// <summary>Whether the first is shorter.</summary>
    public static bool operator <(MidiTimeSpan timeSpan1, MidiTimeSpan timeSpan2) => timeSpan1.TimeSpan < timeSpan2.TimeSpan;

    /// <summary>Whether the first is longer.</summary>
    public static bool operator >(MidiTimeSpan timeSpan1, MidiTimeSpan timeSpan2) => timeSpan1.TimeSpan > timeSpan2.TimeSpan;

    /// <summary>Whether the first is not longer.</summary>
    public static bool operator <=(MidiTimeSpan timeSpan1, MidiTimeSpan timeSpan2) => timeSpan1.TimeSpan <= timeSpan2.TimeSpan;

    /// <summary>Whether the first is not shorter.</summary>
    public static bool operator >=(MidiTimeSpan timeSpan1, MidiTimeSpan timeSpan2) => timeSpan1.TimeSpan >= timeSpan2.TimeSpan;

    /// <inheritdoc/>
    public ITimeSpan Multiply(double multiplier)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(multiplier);
        return new MidiTimeSpan(Rounding.ToLong(TimeSpan * multiplier));
    }

    /// <inheritdoc/>
    public ITimeSpan Divide(double divisor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(divisor);
        return new MidiTimeSpan(Rounding.ToLong(TimeSpan / divisor));
    }

    /// <inheritdoc/>
    public ITimeSpan Clone() => new MidiTimeSpan(TimeSpan);

    /// <inheritdoc/>
    public int CompareTo(MidiTimeSpan? other) => other is null ? 1 : TimeSpan.CompareTo(other.TimeSpan);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj is null or MidiTimeSpan
        ? CompareTo(obj as MidiTimeSpan)
        : throw new ArgumentException("The time span is in other units.", nameof(obj));

    /// <inheritdoc/>
    public bool Equals(MidiTimeSpan? other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MidiTimeSpan);

    /// <inheritdoc/>
    public override int GetHashCode() => TimeSpan.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => TimeSpan.ToString();
}
