namespace GpuJazz.Music;

/// <summary>How alike the rhythms of a melody's bars are: the measure GS of Wu and Yang (2020).</summary>
/// <remarks>
/// A bar is a row of bits, one for each twelfth of a beat (the paper: 64 a bar), set where a note starts. The similarity of two bars is the
/// share of places on which they agree; this is the mean over all pairs of bars (the paper draws some of the pairs of a long piece). 1 where
/// every bar has the same rhythm. Most places are empty in any bar, so that values lie near 1 and differences are small.
/// </remarks>
public static class GroovingSimilarity
{
    /// <summary>The mean similarity.</summary>
    /// <param name="bars">The notes by bar.</param>
    /// <param name="bar">The length of a bar.</param>
    /// <returns>0 to 1; null if there are fewer than two bars.</returns>
    public static double? Of(IReadOnlyList<IReadOnlyList<Note>> bars, Beats bar)
    {
        if (bars.Count < 2) return null;
        var starts = new int[bar.Twelfths];
        foreach (var place in bars.SelectMany(notes => notes.Select(note => note.Start.Twelfths % bar.Twelfths).Distinct())) starts[place]++;

        // A place on which k of n bars have a start tells k·(n − k) pairs apart.
        var apart = starts.Sum(count => (double)count * (bars.Count - count));
        var pairs = bars.Count * (bars.Count - 1) / 2.0;
        return 1 - (apart / (pairs * bar.Twelfths));
    }
}
