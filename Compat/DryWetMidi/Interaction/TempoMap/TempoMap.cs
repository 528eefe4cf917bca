using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Tempo and time signature along the time.</summary>
public sealed class TempoMap
{
    private MetricLine? _metricLine;
    private int _metricLineVersion;

    internal TempoMap(TimeDivision timeDivision)
    {
        ArgumentNullException.ThrowIfNull(timeDivision);
        TimeDivision = timeDivision;
    }

    /// <summary>96 ticks in a quarter note, 120 quarter notes a minute, 4/4.</summary>
    public static readonly TempoMap Default = new(new TicksPerQuarterNoteTimeDivision());

    /// <summary>What a tick is.</summary>
    public TimeDivision TimeDivision { get; internal set; }

    internal ValueLine<Tempo> TempoLine { get; } = new(Tempo.Default);

    internal ValueLine<TimeSignature> TimeSignatureLine { get; } = new(TimeSignature.Default);

    /// <summary>Ticks to microseconds and back.</summary>
    internal MetricLine Metric
    {
        get
        {
            if (_metricLine is null || _metricLineVersion != TempoLine.Version)
                (_metricLine, _metricLineVersion) = (new MetricLine(TimeDivision, TempoLine), TempoLine.Version);
            return _metricLine;
        }
    }

    /// <summary>A map with one tempo and one time signature throughout, 96 ticks in a quarter note.</summary>
    /// <param name="tempo">The tempo.</param>
    /// <param name="timeSignature">The time signature.</param>
    /// <returns>The map.</returns>
    public static TempoMap Create(Tempo tempo, TimeSignature timeSignature) =>
        Create(new TicksPerQuarterNoteTimeDivision(), tempo, timeSignature);

    /// <summary>A map with one tempo throughout, 4/4, 96 ticks in a quarter note.</summary>
    /// <param name="tempo">The tempo.</param>
    /// <returns>The map.</returns>
    public static TempoMap Create(Tempo tempo) => Create(tempo, TimeSignature.Default);

    /// <summary>A map with one time signature throughout, 120 quarter notes a minute, 96 ticks in a quarter note.</summary>
    /// <param name="timeSignature">The time signature.</param>
    /// <returns>The map.</returns>
    public static TempoMap Create(TimeSignature timeSignature) => Create(Tempo.Default, timeSignature);

    /// <summary>A map with 120 quarter notes a minute and 4/4 throughout.</summary>
    /// <param name="timeDivision">What a tick is.</param>
    /// <returns>The map.</returns>
    public static TempoMap Create(TimeDivision timeDivision) => new(timeDivision);

    /// <summary>A map with one tempo and 4/4 throughout.</summary>
    /// <param name="timeDivision">What a tick is.</param>
    /// <param name="tempo">The tempo.</param>
    /// <returns>The map.</returns>
    public static TempoMap Create(TimeDivision timeDivision, Tempo tempo) => Create(timeDivision, tempo, TimeSignature.Default);

    /// <summary>A map with 120 quarter notes a minute and one time signature throughout.</summary>
    /// <param name="timeDivision">What a tick is.</param>
    /// <param name="timeSignature">The time signature.</param>
    /// <returns>The map.</returns>
    public static TempoMap Create(TimeDivision timeDivision, TimeSignature timeSignature) =>
        Create(timeDivision, Tempo.Default, timeSignature);

    /// <summary>A map with one tempo and one time signature throughout.</summary>
    /// <param name="timeDivision">What a tick is.</param>
    /// <param name="tempo">The tempo.</param>
    /// <param name="timeSignature">The time signature.</param>
    /// <returns>The map.</returns>
    public static TempoMap Create(TimeDivision timeDivision, Tempo tempo, TimeSignature timeSignature)
    {
        var map = new TempoMap(timeDivision);
        map.TempoLine.SetValue(0, tempo);
        map.TimeSignatureLine.SetValue(0, timeSignature);
        return map;
    }

    /// <summary>The changes of the tempo; none where it is 120 quarter notes a minute throughout.</summary>
    /// <returns>The changes in the order of their times.</returns>
    public IEnumerable<ValueChange<Tempo>> GetTempoChanges() => TempoLine;

    /// <summary>The changes of the time signature; none where it is 4/4 throughout.</summary>
    /// <returns>The changes in the order of their times.</returns>
    public IEnumerable<ValueChange<TimeSignature>> GetTimeSignatureChanges() => TimeSignatureLine;

    /// <summary>The tempo at a time.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The tempo.</returns>
    public Tempo GetTempoAtTime(ITimeSpan time) => TempoLine.GetValueAtTime(TimeConverter.ConvertFrom(time, this));

    /// <summary>The time signature at a time.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The time signature.</returns>
    public TimeSignature GetTimeSignatureAtTime(ITimeSpan time) => TimeSignatureLine.GetValueAtTime(TimeConverter.ConvertFrom(time, this));

    /// <summary>A copy.</summary>
    /// <returns>An equal map.</returns>
    public TempoMap Clone()
    {
        var clone = new TempoMap(TimeDivision.Clone());
        clone.TempoLine.ReplaceValues(TempoLine);
        clone.TimeSignatureLine.ReplaceValues(TimeSignatureLine);
        return clone;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is TempoMap other
        && TimeDivision.Equals(other.TimeDivision)
        && TempoLine.SequenceEqual(other.TempoLine)
        && TimeSignatureLine.SequenceEqual(other.TimeSignatureLine);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(TimeDivision, TempoLine.Count(), TimeSignatureLine.Count());
}
