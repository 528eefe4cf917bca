namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Converts times between ticks and other units.</summary>
public static class TimeConverter
{
    /// <summary>A time in other units.</summary>
    /// <typeparam name="TTimeSpan">The units: <see cref="MetricTimeSpan"/> or <see cref="MidiTimeSpan"/>.</typeparam>
    /// <param name="time">The time in ticks.</param>
    /// <param name="tempoMap">The tempos.</param>
    /// <returns>The time, metric ones rounded to whole microseconds.</returns>
    /// <exception cref="ArgumentException">The time is negative, or the time division is of the SMPTE kind.</exception>
    /// <exception cref="InvalidOperationException">The time is too long for the units.</exception>
    public static TTimeSpan ConvertTo<TTimeSpan>(long time, TempoMap tempoMap)
        where TTimeSpan : ITimeSpan => TimeSpanConverter.ConvertTo<TTimeSpan>(time, 0, tempoMap);

    /// <summary>A time in other units.</summary>
    /// <typeparam name="TTimeSpan">The units: <see cref="MetricTimeSpan"/> or <see cref="MidiTimeSpan"/>.</typeparam>
    /// <param name="time">The time.</param>
    /// <param name="tempoMap">The tempos.</param>
    /// <returns>The time.</returns>
    public static TTimeSpan ConvertTo<TTimeSpan>(ITimeSpan time, TempoMap tempoMap)
        where TTimeSpan : ITimeSpan => TimeSpanConverter.ConvertTo<TTimeSpan>(time, 0, tempoMap);

    /// <summary>A time in ticks.</summary>
    /// <param name="time">The time.</param>
    /// <param name="tempoMap">The tempos.</param>
    /// <returns>The time, rounded to whole ticks.</returns>
    public static long ConvertFrom(ITimeSpan time, TempoMap tempoMap) => TimeSpanConverter.ConvertFrom(time, 0, tempoMap);
}
