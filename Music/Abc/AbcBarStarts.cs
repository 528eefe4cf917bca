namespace GpuJazz.Music;

/// <summary>When bars begin.</summary>
internal static class AbcBarStarts
{
    /// <summary>When each bar begins. A short first bar is a pickup: it ends where the first full measure begins.</summary>
    /// <param name="played">The bars in the order of playing.</param>
    /// <param name="header">The tune's header.</param>
    /// <returns>Starts in ticks; every full bar starts on a measure.</returns>
    /// <exception cref="MusicException">A bar is too long, or too short and neither a pickup nor the last.</exception>
    public static IReadOnlyList<long> Of(IReadOnlyList<AbcBar> played, AbcHeader header)
    {
        var measure = header.BarLength;
        var starts = new List<long>();
        var now = Math.Max(0, measure - played[0].Length);
        AbcBar? incomplete = null;
        foreach (var bar in played)
        {
            if (bar.Length > measure) throw WrongLength(bar);
            if ((now % measure) + bar.Length > measure) throw WrongLength(incomplete ?? bar);
            starts.Add(now);
            now += bar.Length;
            incomplete = now % measure == 0 ? null : incomplete ?? bar;
        }

        return starts;

        MusicException WrongLength(AbcBar bar)
        {
            var (unit, wanted) = (header.UnitLength, new AbcFraction(header.Meter.Beats, header.Meter.Unit));
            return bar.Place.Error(
                $"bar {bar.Number} lasts {Beats(bar.Length)} beats and should last {Beats(measure)}: " +
                $"correct the lengths in it (the meter is {wanted}, a letter without a number {unit})");
        }

        static string Beats(long ticks) => ((decimal)ticks / AbcFraction.TicksPerQuarter).ToString("0.###", null);
    }
}
