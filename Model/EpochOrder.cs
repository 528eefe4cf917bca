namespace GpuJazz.Model;

/// <summary>The order in which an epoch visits the windows: shuffled, and a function of seed and epoch alone.</summary>
/// <remarks>As nothing is carried from epoch to epoch, a resumed run goes on exactly as one that was never stopped.</remarks>
public static class EpochOrder
{
    /// <summary>The order of one epoch, by the shuffle of Fisher and Yates.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="epoch">The epoch.</param>
    /// <param name="count">How many windows there are.</param>
    /// <returns>Each number from 0 to count − 1 once, [count].</returns>
    public static int[] Of(int seed, int epoch, int count)
    {
        var random = new SplitMix64(seed, FormattableString.Invariant($"epoch {epoch}"));
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            var j = random.NextBelow(i + 1);
            order[i] = order[j];
            order[j] = i;
        }

        return order;
    }
}
