namespace GpuJazz.Model;

/// <summary>Some stretches of tunes side by side, for one forward pass.</summary>
/// <param name="Sequences">m, the stretches.</param>
/// <param name="Steps">T, the steps of the longest; shorter ones are filled up with no input and no target.</param>
/// <param name="Inputs">[T, m]: the token before the target, −1 for the zero vector.</param>
/// <param name="Targets">[T, m]: the token to foretell, −1 for none.</param>
/// <param name="Chords">[T, m]: the chord under the token to foretell, −1 for none; empty where no chords are heard.</param>
internal sealed record TokenStretches(int Sequences, int Steps, int[] Inputs, int[] Targets, int[] Chords)
{
    private const int MostSteps = 512;
    private const int WarmUp = 128;
    private const int MostRows = 4096;

    /// <summary>Whole tunes as stretches, so that every token is a target once.</summary>
    /// <remarks>
    /// A tune begins with the zero vector, as improvising does. What is longer than 512 tokens goes on in a stretch that begins with 128
    /// tokens of the one before, which are inputs there and not targets: every token is foretold from the tune's start or from 128 tokens.
    /// </remarks>
    /// <param name="tunes">The tokens of each tune; −1 is an unknown token, which is no target.</param>
    /// <param name="chords">The chord under each token of each tune; null where none are heard.</param>
    /// <returns>Batches of stretches, the longest first.</returns>
    public static IEnumerable<TokenStretches> Of(IEnumerable<int[]> tunes, IReadOnlyList<int[]>? chords = null)
    {
        Stretch[] stretches =
        [
            .. tunes.SelectMany((tune, i) => Cut(tune, chords?[i])).OrderByDescending(stretch => stretch.End - stretch.Start),
        ];
        for (var first = 0; first < stretches.Length;)
        {
            var steps = stretches[first].End - stretches[first].Start;
            var batch = new ArraySegment<Stretch>(
                stretches, first, Math.Min(Math.Max(1, MostRows / steps), stretches.Length - first));
            yield return Filled(batch, steps);
            first += batch.Count;
        }
    }

    private static IEnumerable<Stretch> Cut(int[] tune, int[]? chords)
    {
        for (int target = 0, end; target < tune.Length; target = end)
        {
            var start = Math.Max(0, target - WarmUp);
            end = Math.Min(tune.Length, start + MostSteps);
            yield return new Stretch(tune, chords, start, target, end);
        }
    }

    private static TokenStretches Filled(IReadOnlyList<Stretch> stretches, int steps)
    {
        var count = stretches.Count;
        var batch = new TokenStretches(count, steps, new int[steps * count], new int[steps * count], new int[stretches[0].Chords is null ? 0 : steps * count]);
        Array.Fill(batch.Inputs, -1);
        Array.Fill(batch.Targets, -1);
        Array.Fill(batch.Chords, -1);
        for (var i = 0; i < count; i++)
        {
            var (tune, chords, start, firstTarget, end) = stretches[i];
            for (var place = start; place < end; place++)
            {
                var row = ((place - start) * count) + i;
                if (place > 0) batch.Inputs[row] = tune[place - 1];
                if (place >= firstTarget) batch.Targets[row] = tune[place];
                if (chords is not null) batch.Chords[row] = chords[place];
            }
        }

        return batch;
    }

    /// <summary>A stretch of a tune: from its first input's target to its last target, the first of which that counts in between.</summary>
    private readonly record struct Stretch(int[] Tune, int[]? Chords, int Start, int FirstTarget, int End);
}
