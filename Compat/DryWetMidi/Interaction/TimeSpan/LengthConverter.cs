namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Converts lengths between ticks and other units; where a length begins decides the tempos that it goes through.</summary>
public static class LengthConverter
{
    /// <summary>A length in other units.</summary>
    /// <typeparam name="TTimeSpan">The units: <see cref="MetricTimeSpan"/> or <see cref="MidiTimeSpan"/>.</typeparam>
    /// <param name="length">The length in ticks.</param>
    /// <param name="time">When it begins, in ticks.</param>
    /// <param name="tempoMap">The tempos.</param>
    /// <returns>The length.</returns>
    /// <exception cref="ArgumentException">A number is negative, or the time division is of the SMPTE kind.</exception>
    /// <exception cref="InvalidOperationException">The length is too long for the units.</exception>
    public static TTimeSpan ConvertTo<TTimeSpan>(long length, long time, TempoMap tempoMap)
        where TTimeSpan : ITimeSpan => TimeSpanConverter.ConvertTo<TTimeSpan>(length, time, tempoMap);

    /// <summary>A length in other units.</summary>
    /// <typeparam name="TTimeSpan">The units: <see cref="MetricTimeSpan"/> or <see cref="MidiTimeSpan"/>.</typeparam>
    /// <param name="length">The length.</param>
    /// <param name="time">When it begins, in ticks.</param>
    /// <param name="tempoMap">The tempos.</param>
    /// <returns>The length.</returns>
    public static TTimeSpan ConvertTo<TTimeSpan>(ITimeSpan length, long time, TempoMap tempoMap)
        where TTimeSpan : ITimeSpan => TimeSpanConverter.ConvertTo<TTimeSpan>(length, time, tempoMap);

    /// <summary>A length in ticks.</summary>
    /// <param name="length">The length.</param>
    /// <param name="time">When it begins, in ticks.</param>
    /// <param name="tempoMap">The tempos.</param>
    /// <returns>The length, rounded to whole ticks.</returns>
    public static long ConvertFrom(ITimeSpan length, long time, TempoMap tempoMap) =>
        TimeSpanConverter.ConvertFrom(length, time, tempoMap);
}
