namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Extension methods on objects with a length.</summary>
public static class LengthedObjectUtilities
{
    /// <summary>An object's length in other units.</summary>
    /// <typeparam name="TLength">The units.</typeparam>
    /// <param name="obj">The object.</param>
    /// <param name="tempoMap">The tempos.</param>
    /// <returns>The length.</returns>
    public static TLength LengthAs<TLength>(this ILengthedObject obj, TempoMap tempoMap)
        where TLength : ITimeSpan => LengthConverter.ConvertTo<TLength>(obj.Length, obj.Time, tempoMap);

    /// <summary>An object's end in other units.</summary>
    /// <typeparam name="TTime">The units.</typeparam>
    /// <param name="obj">The object.</param>
    /// <param name="tempoMap">The tempos.</param>
    /// <returns>The time.</returns>
    public static TTime EndTimeAs<TTime>(this ILengthedObject obj, TempoMap tempoMap)
        where TTime : ITimeSpan => TimeConverter.ConvertTo<TTime>(obj.EndTime, tempoMap);
}
