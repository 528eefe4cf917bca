namespace GpuJazz.Model;

/// <summary>The training windows: m stretches of T tokens, each within one tune, as inputs and as targets one token later.</summary>
/// <remarks>
/// The starts are drawn as in the published system, with NumPy's legacy generator. A tune of L tokens has L − T starts, from 0 to
/// L − T − 1; the starts of several tunes are counted on from tune to tune, so that a window never crosses from one into the next.
/// Tunes of fewer than T + 1 tokens have none. A model that hears chords hears, with each input, the chord where the target begins: what a
/// player knows who is about to play it.
/// </remarks>
public sealed class Windows
{
    private Windows(IReadOnlyList<int[]> tunes, IReadOnlyList<int[]>? chords, IReadOnlyList<WindowStart> starts, int steps)
    {
        Starts = starts;
        Steps = steps;
        Inputs = new int[checked(steps * Count)];
        Targets = new int[steps * Count];
        Chords = new int[chords is null ? 0 : steps * Count];
        for (var i = 0; i < Count; i++)
        {
            var tokens = tunes[starts[i].Tune].AsSpan(starts[i].Offset, steps);
            for (var t = 0; t < steps; t++)
            {
                Inputs[(t * Count) + i] = t == 0 ? -1 : tokens[t];
                Targets[(t * Count) + i] = t == steps - 1 ? -1 : tokens[t + 1];
                if (chords is not null) Chords[(t * Count) + i] = t == steps - 1 ? -1 : chords[starts[i].Tune][starts[i].Offset + t + 1];
            }
        }
    }

    /// <summary>m, the number of windows.</summary>
    public int Count => Starts.Count;

    /// <summary>T, the tokens in each.</summary>
    public int Steps { get; }

    /// <summary>Where each window begins, [m].</summary>
    public IReadOnlyList<WindowStart> Starts { get; }

    /// <summary>Token t of window i at [t, i], [T, m]; at t = 0 it is −1, the zero vector.</summary>
    public int[] Inputs { get; }

    /// <summary>Token t + 1 of window i at [t, i], [T, m]; at t = T − 1 it is −1, no target.</summary>
    public int[] Targets { get; }

    /// <summary>The chord under token t + 1 of window i at [t, i], [T, m]; at t = T − 1 it is −1. Empty where no chords are heard.</summary>
    public int[] Chords { get; }

    /// <summary>Draws windows from a corpus.</summary>
    /// <param name="tunes">The tokens of each tune, in order; none is negative.</param>
    /// <param name="count">m, how many windows to draw; the same one may be drawn again.</param>
    /// <param name="steps">T, the tokens in each; at least 2.</param>
    /// <param name="seed">The run's seed; 0 gives the published windows.</param>
    /// <param name="chords">The chord under each token of each tune, as many as there are tokens; null where none are heard.</param>
    /// <returns>The windows in the order of drawing.</returns>
    /// <exception cref="ModelException">No tune has steps + 1 tokens.</exception>
    public static Windows Draw(IReadOnlyList<int[]> tunes, int count, int steps, int seed, IReadOnlyList<int[]>? chords = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        var startsOf = tunes.Select(tune => Math.Max(0, tune.Length - steps)).ToArray();
        var total = startsOf.Sum(starts => (long)starts);
        if (total == 0) throw TooShort(tunes, steps);
        if (total > int.MaxValue) throw new ModelException("--data: the tunes have over 2^31 tokens: train on fewer of them");

        var random = new MersenneTwister((uint)seed);
        var drawn = new WindowStart[count];
        for (var i = 0; i < count; i++)
        {
            var offset = random.NextBelow((int)total);
            var tune = 0;
            for (; offset >= startsOf[tune]; tune++) offset -= startsOf[tune];
            drawn[i] = new WindowStart(tune, offset);
        }

        return new Windows(tunes, chords, drawn, steps);
    }

    /// <summary>Gathers some of the windows as a batch.</summary>
    /// <param name="members">The windows to take, [b], in this order; each from 0 to m − 1.</param>
    /// <param name="inputs">Receives their inputs, [T, b].</param>
    /// <param name="targets">Receives their targets, [T, b]; not the same memory as inputs.</param>
    /// <param name="chords">Receives their chords, [T, b]; empty where none are heard.</param>
    public void CopyBatch(ReadOnlySpan<int> members, Span<int> inputs, Span<int> targets, Span<int> chords = default)
    {
        for (var t = 0; t < Steps; t++)
        {
            for (var i = 0; i < members.Length; i++)
            {
                inputs[(t * members.Length) + i] = Inputs[(t * Count) + members[i]];
                targets[(t * members.Length) + i] = Targets[(t * Count) + members[i]];
                if (Chords.Length > 0) chords[(t * members.Length) + i] = Chords[(t * Count) + members[i]];
            }
        }
    }

    private static ModelException TooShort(IReadOnlyList<int[]> tunes, int steps)
    {
        var longest = tunes.Select(tune => tune.Length).DefaultIfEmpty(0).Max();
        var shorter = longest >= 3 ? $", or lower --steps to {longest - 1} or less" : "";
        return new ModelException(
            $"--steps {steps} needs a tune of at least {steps + 1} tokens, and the longest has {longest}: add longer tunes with --data{shorter}");
    }
}
