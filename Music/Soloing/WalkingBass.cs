namespace GpuJazz.Music;

/// <summary>Walks under the changes: a note a beat, chosen as a whole line, so that each leads to the next.</summary>
/// <remarks>
/// The best line by <see cref="BassScore"/> is found exactly, by dynamic programming over the last two notes. In the last measure each
/// chord's lowest note is held.
/// </remarks>
internal static class WalkingBass
{
    private const int Usual = 78;
    private const int BackBeat = 6;
    private const int Chance = 4;

    private static readonly Beats gap = new(1);

    /// <summary>The bass under a solo.</summary>
    /// <param name="changes">The changes, played from the first measure and repeated.</param>
    /// <param name="measures">How many measures to play.</param>
    /// <param name="random">What makes one line differ from the next.</param>
    /// <returns>Notes by start; none overlaps the next. They fill the measures but for a little air after each.</returns>
    public static IReadOnlyList<Note> Play(Changes changes, int measures, SeededRandom random)
    {
        var beats = BassBeat.Of(changes, measures);
        var pitches = Walk(beats, random);
        return
        [
            .. beats.Zip(pitches, (beat, pitch) => new Note(
                beat.Start,
                beat.IsLastMeasure ? beat.Length : beat.Length - gap,
                pitch,
                Usual + (beat.IsStrong ? 0 : BackBeat) + random.Below(2 * Chance + 1) - Chance)),
        ];
    }

    // costs[a·size + b]: of the best line so far that ends in a, then b; the sources say what comes before a in it.
    private static int[] Walk(IReadOnlyList<BassBeat> beats, SeededRandom random)
    {
        const int size = BassScore.Size;
        var costs = new double[size * size];
        List<int[]> sources = [];
        for (var i = 0; i < beats.Count; i++)
        {
            var whims = Enumerable.Range(0, size).Select(_ => BassScore.Whim * random.Fraction()).ToArray();
            var (next, source) = (new double[size * size], new int[size * size]);
            for (var b = 0; b < size; b++)
            {
                var alone = BassScore.Alone(beats[i], BassScore.Lowest + b) + whims[b];
                for (var a = 0; a < size; a++)
                {
                    var cost = alone + (i > 0 ? BassScore.Step(beats[i - 1], beats[i], BassScore.Lowest + a, BassScore.Lowest + b) : 0);
                    if (i > 1)
                    {
                        var before = Best(costs, a, b);
                        cost += costs[before * size + a] + BassScore.Turn(before, a, b);
                        source[a * size + b] = before;
                    }
                    else
                    {
                        cost += costs[a];
                    }

                    next[a * size + b] = cost;
                }
            }

            costs = next;
            sources.Add(source);
        }

        return Trace(costs, sources);
    }

    private static int Best(double[] costs, int a, int b)
    {
        var (best, least) = (0, double.PositiveInfinity);
        for (var before = 0; before < BassScore.Size; before++)
        {
            var cost = costs[before * BassScore.Size + a] + BassScore.Turn(before, a, b);
            if (cost < least) (best, least) = (before, cost);
        }

        return best;
    }

    private static int[] Trace(double[] costs, List<int[]> sources)
    {
        var (secondLast, last) = Math.DivRem(Array.IndexOf(costs, costs.Min()), BassScore.Size);
        var pitches = new int[sources.Count];
        for (var i = pitches.Length - 1; i >= 0; i--)
        {
            pitches[i] = BassScore.Lowest + last;
            (secondLast, last) = (sources[i][secondLast * BassScore.Size + last], secondLast);
        }

        return pitches;
    }
}
