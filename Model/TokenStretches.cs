namespace GpuJazz.Model;

/// <summary>Some stretches of tunes side by side, for one forward pass.</summary>
/// <param name="Sequences">m, the stretches.</param>
/// <param name="Steps">T, the steps of the longest; shorter ones are filled up with no input and no target.</param>
/// <param name="Inputs">[T, m]: the token before the target, −1 for the zero vector.</param>
/// <param name="Targets">[T, m]: the token to foretell, −1 for none.</param>
internal sealed record TokenStretches(int Sequences, int Steps, int[] Inputs, int[] Targets)
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
    /// <returns>Batches of stretches, the longest first.</returns>
    public static IEnumerable<TokenStretches> Of(IEnumerable<int[]> tunes)
    {
        (int[] Tune, int Start, int FirstTarget, int End)[] stretches = [.. tunes.SelectMany(Cut).OrderByDescending(stretch => stretch.End - stretch.Start)];
        for (var first = 0; first < stretches.Length;)
        {
            var steps = stretches[first].End - stretches[first].Start;
            var batch = new ArraySegment<(int[], int, int, int)>(
                stretches, first, Math.Min(Math.Max(1, MostRows / steps), stretches.Length - first));
            yield return Filled(batch, steps);
            first += batch.Count;
        }
    }

    private static IEnumerable<(int[] Tune, int Start, int FirstTarget, int End)> Cut(int[] tune)
    {
        for (int target = 0, end; target < tune.Length; target = end)
        {
            var start = Math.Max(0, target - WarmUp);
            end = Math.Min(tune.Length, start + MostSteps);
            yield return (tune, start, target, end);
        }
    }

    private static TokenStretches Filled(IReadOnlyList<(int[] Tune, int Start, int FirstTarget, int End)> stretches, int steps)
    {
        var count = stretches.Count;
        var batch = new TokenStretches(count, steps, new int[steps * count], new int[steps * count]);
        Array.Fill(batch.Inputs, -1);
        Array.Fill(batch.Targets, -1);
        for (var i = 0; i < count; i++)
        {
            var (tune, start, firstTarget, end) = stretches[i];
            for (var place = start; place < end; place++)
            {
                var row = ((place - start) * count) + i;
                if (place > 0) batch.Inputs[row] = tune[place - 1];
                if (place >= firstTarget) batch.Targets[row] = tune[place];
            }
        }

        return batch;
    }
}
