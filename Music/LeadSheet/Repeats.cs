namespace GpuJazz.Music;

/// <summary>A bar with what is written at its bar lines.</summary>
internal interface IRepeatedBar
{
    /// <summary>The passes of a repeat on which it is played, from 1; none if on all.</summary>
    IReadOnlyList<int> Endings { get; }

    /// <summary>Whether a repeat begins with it.</summary>
    bool OpensRepeat { get; }

    /// <summary>Whether a repeat ends after it.</summary>
    bool ClosesRepeat { get; }

    /// <summary>How often the repeat that ends after it is played, if no ending says more.</summary>
    int Times => 2;
}

/// <summary>The order in which bars are played.</summary>
internal static class Repeats
{
    /// <summary>Writes the repeats out: each repeated part twice, or as often as its endings say.</summary>
    /// <param name="written">The bars in the order of the page.</param>
    /// <returns>The bars in the order of playing.</returns>
    public static List<TBar> Play<TBar>(IReadOnlyList<TBar> written)
        where TBar : IRepeatedBar
    {
        var played = new List<TBar>();
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

    // As many as the highest pass that an ending of this repeat is for; without endings as its last bar says.
    private static int Passes<TBar>(IReadOnlyList<TBar> written, int start)
        where TBar : IRepeatedBar
    {
        var inEndings = false;
        var passes = 2;
        for (var i = start; i < written.Count; i++)
        {
            if (written[i].OpensRepeat && i > start) break;
            if (written[i].Endings.Count > 0) passes = Math.Max(passes, written[i].Endings.Max());
            else if (inEndings) break;
            inEndings = written[i].Endings.Count > 0;
            if (!written[i].ClosesRepeat) continue;
            passes = Math.Max(passes, written[i].Times);
            if (!inEndings) break;
        }

        return passes;
    }
}
