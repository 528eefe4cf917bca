namespace GpuJazz.Music;

/// <summary>The order in which bars are played, and when each begins.</summary>
internal static class AbcRepeats
{
    /// <summary>Writes the repeats out: each repeated part twice, or as often as its endings say.</summary>
    /// <param name="written">The bars in the order of the page.</param>
    /// <returns>The bars in the order of playing.</returns>
    public static IReadOnlyList<AbcBar> Play(IReadOnlyList<AbcBar> written)
    {
        var played = new List<AbcBar>();
        var start = 0;
        var pass = 1;
        for (var i = 0; i < written.Count; i++)
        {
            var bar = written[i];
            if (bar.OpensRepeat && i > start) (start, pass) = (i, 1);
            if (bar.Endings.Count > 0 && !bar.Endings.Contains(pass)) continue;
            played.Add(bar);
            if (bar.ClosesRepeat && pass < Passes(written, start))
            {
                pass++;
                i = start - 1;
            }
            else if (bar.ClosesRepeat || (bar.Endings.Count > 0 && i + 1 < written.Count && written[i + 1].Endings.Count == 0))
            {
                (start, pass) = (i + 1, 1);
            }
        }

        return played;
    }

    /// <summary>When each bar begins. A short first bar is a pickup: it ends where the first full measure begins.</summary>
    /// <param name="played">The bars in the order of playing.</param>
    /// <param name="header">The tune's header.</param>
    /// <returns>Starts in ticks; every full bar starts on a measure.</returns>
    /// <exception cref="MusicException">A bar is too long, or too short and neither a pickup nor the last.</exception>
    public static IReadOnlyList<long> Starts(IReadOnlyList<AbcBar> played, AbcHeader header)
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

    // As many as the highest pass that an ending of this repeat is for; 2 without endings.
    private static int Passes(IReadOnlyList<AbcBar> written, int start)
    {
        var inEndings = false;
        var passes = 2;
        for (var i = start; i < written.Count; i++)
        {
            if (written[i].OpensRepeat && i > start) break;
            if (written[i].Endings.Count > 0) passes = Math.Max(passes, written[i].Endings.Max());
            else if (inEndings) break;
            inEndings = written[i].Endings.Count > 0;
            if (written[i].ClosesRepeat && !inEndings) break;
        }

        return passes;
    }
}
