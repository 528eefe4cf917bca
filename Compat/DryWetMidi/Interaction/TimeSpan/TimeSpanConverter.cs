namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Lengths that begin at a time, between ticks and other units. A time is a length that begins at zero.</summary>
internal static class TimeSpanConverter
{
    /// <summary>Ticks in other units.</summary>
    public static TTimeSpan ConvertTo<TTimeSpan>(long length, long time, TempoMap tempoMap)
        where TTimeSpan : ITimeSpan
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        if (typeof(TTimeSpan) == typeof(MidiTimeSpan))
            return (TTimeSpan)(ITimeSpan)new MidiTimeSpan(length);
        if (typeof(TTimeSpan) != typeof(MetricTimeSpan))
            throw Unknown(typeof(TTimeSpan));
        var line = tempoMap.Metric;
        return (TTimeSpan)(ITimeSpan)new MetricTimeSpan(line.ToMicroseconds(time + length) - line.ToMicroseconds(time));
    }

    /// <summary>One unit in another.</summary>
    public static TTimeSpan ConvertTo<TTimeSpan>(ITimeSpan length, long time, TempoMap tempoMap)
        where TTimeSpan : ITimeSpan => length is TTimeSpan
            ? (TTimeSpan)length.Clone()
            : ConvertTo<TTimeSpan>(ConvertFrom(length, time, tempoMap), time, tempoMap);

    /// <summary>Other units in ticks.</summary>
    public static long ConvertFrom(ITimeSpan length, long time, TempoMap tempoMap)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        switch (length)
        {
            case MidiTimeSpan midi:
                return midi.TimeSpan;
            case MetricTimeSpan metric:
                var line = tempoMap.Metric;
                return metric.TotalMicroseconds == 0 ? 0 : line.ToTicks(line.ToMicroseconds(time) + metric.TotalMicroseconds) - time;
            default:
                throw Unknown(length.GetType());
        }
    }

    private static NotSupportedException Unknown(Type type) => new($"There is no conversion for {type}.");
}
