namespace Melanchall.DryWetMidi.Interaction;

/// <summary>A time or a length in microseconds.</summary>
public sealed class MetricTimeSpan : ITimeSpan, IComparable<MetricTimeSpan>, IEquatable<MetricTimeSpan>
{
    /// <summary>What a <see cref="TimeSpan"/> can hold.</summary>
    internal const long MaxTotalMicroseconds = long.MaxValue / TimeSpan.TicksPerMicrosecond;

    private readonly TimeSpan _timeSpan;

    /// <summary>No time.</summary>
    public MetricTimeSpan()
    {
    }

    /// <summary>A number of microseconds.</summary>
    /// <param name="totalMicroseconds">The number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or beyond what a <see cref="TimeSpan"/> can hold.</exception>
    public MetricTimeSpan(long totalMicroseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(totalMicroseconds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(totalMicroseconds, MaxTotalMicroseconds);
        _timeSpan = new TimeSpan(totalMicroseconds * TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>The same time.</summary>
    /// <param name="timeSpan">The time.</param>
    public MetricTimeSpan(TimeSpan timeSpan) => _timeSpan = timeSpan;

    /// <summary>Hours, minutes and seconds.</summary>
    /// <param name="hours">Hours.</param>
    /// <param name="minutes">Minutes.</param>
    /// <param name="seconds">Seconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public MetricTimeSpan(int hours, int minutes, int seconds)
        : this(hours, minutes, seconds, 0)
    {
    }

    /// <summary>Hours, minutes, seconds and milliseconds.</summary>
    /// <param name="hours">Hours.</param>
    /// <param name="minutes">Minutes.</param>
    /// <param name="seconds">Seconds.</param>
    /// <param name="milliseconds">Milliseconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public MetricTimeSpan(int hours, int minutes, int seconds, int milliseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hours);
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        ArgumentOutOfRangeException.ThrowIfNegative(milliseconds);
        _timeSpan = new TimeSpan(0, hours, minutes, seconds, milliseconds);
    }

    /// <summary>The whole in microseconds.</summary>
    public long TotalMicroseconds => _timeSpan.Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The whole in milliseconds.</summary>
    public double TotalMilliseconds => _timeSpan.TotalMilliseconds;

    /// <summary>The whole in seconds.</summary>
    public double TotalSeconds => _timeSpan.TotalSeconds;

    /// <summary>The whole in minutes.</summary>
    public double TotalMinutes => _timeSpan.TotalMinutes;

    /// <summary>The hours in it, 0 to 23.</summary>
    public int Hours => _timeSpan.Hours;

    /// <summary>The minutes beyond them, 0 to 59.</summary>
    public int Minutes => _timeSpan.Minutes;

    /// <summary>The seconds beyond them, 0 to 59.</summary>
    public int Seconds => _timeSpan.Seconds;

    /// <summary>The milliseconds beyond them, 0 to 999.</summary>
    public int Milliseconds => _timeSpan.Milliseconds;

    /// <summary>The same time.</summary>
    public static implicit operator MetricTimeSpan(TimeSpan timeSpan) => new(timeSpan);

    /// <summary>The same time.</summary>
    public static implicit operator TimeSpan(MetricTimeSpan timeSpan) => timeSpan._timeSpan;

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(MetricTimeSpan? timeSpan1, MetricTimeSpan? timeSpan2) => timeSpan1?._timeSpan == timeSpan2?._timeSpan;

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(MetricTimeSpan? timeSpan1, MetricTimeSpan? timeSpan2) => !(timeSpan1 == timeSpan2);

    /// <summary>The sum.</summary>
    public static MetricTimeSpan operator +(MetricTimeSpan timeSpan1, MetricTimeSpan timeSpan2) =>
        new(timeSpan1.TotalMicroseconds + timeSpan2.TotalMicroseconds);

    /// <summary>The difference.</summary>
    /// <exception cref="ArgumentException">The second is greater.</exception>
    public static MetricTimeSpan operator -(MetricTimeSpan timeSpan1, MetricTimeSpan timeSpan2) =>
        new(timeSpan1.TotalMicroseconds - timeSpan2.TotalMicroseconds);

    /// <summary>Whether the first is shorter.</summary>
    public static bool operator <(MetricTimeSpan timeSpan1, MetricTimeSpan timeSpan2) => timeSpan1._timeSpan < timeSpan2._timeSpan;

    /// <summary>Whether the first is longer.</summary>
    public static bool operator >(MetricTimeSpan timeSpan1, MetricTimeSpan timeSpan2) => timeSpan1._timeSpan > timeSpan2._timeSpan;

    /// <summary>Whether the first is not longer.</summary>
    public static bool operator <=(MetricTimeSpan timeSpan1, MetricTimeSpan timeSpan2) => timeSpan1._timeSpan <= timeSpan2._timeSpan;

    /// <summary>Whether the first is not shorter.</summary>
    public static bool operator >=(MetricTimeSpan timeSpan1, MetricTimeSpan timeSpan2) => timeSpan1._timeSpan >= timeSpan2._timeSpan;

    /// <inheritdoc/>
    public ITimeSpan Multiply(double multiplier)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(multiplier);
        return new MetricTimeSpan(Rounding.ToLong(TotalMicroseconds * multiplier));
    }

    /// <inheritdoc/>
    public ITimeSpan Divide(double divisor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(divisor);
        return new MetricTimeSpan(Rounding.ToLong(TotalMicroseconds / divisor));
    }

    /// <inheritdoc/>
    public ITimeSpan Clone() => new MetricTimeSpan(_timeSpan);

    /// <inheritdoc/>
    public int CompareTo(MetricTimeSpan? other) => other is null ? 1 : _timeSpan.CompareTo(other._timeSpan);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj is null or MetricTimeSpan
        ? CompareTo(obj as MetricTimeSpan)
        : throw new ArgumentException("The time span is in other units.", nameof(obj));

    /// <inheritdoc/>
    public bool Equals(MetricTimeSpan? other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MetricTimeSpan);

    /// <inheritdoc/>
    public override int GetHashCode() => TotalMicroseconds.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => $"{Hours}:{Minutes}:{Seconds}:{Milliseconds}";
}
