namespace GpuJazz.Model;

/// <summary>Foretells a token from the few before it by counting: what a model must beat to have learned more than that.</summary>
/// <remarks>
/// Interpolated Kneser–Ney (Chen and Goodman, 1998): p(w | c) = (max(n(c,w) − D, 0) + D · kinds(c) · p(w | shorter c)) / n(c). The longest
/// contexts count occurrences; a shorter one counts, instead, how many different tokens were seen before it and w. Below the context of no
/// token is 1/V. D is n₁ / (n₁ + 2·n₂) of each length, from how many counts are one and two, and ½ where that is not between 0 and 1.
/// Before a tune's first token stands a sign of its own. Of order 1 it is the unigram.
/// </remarks>
public sealed class NGram
{
    private const int Unknown = -1;
    private readonly int vocabulary;
    private readonly ContextTree contexts;
    private readonly double[] discounts;

    /// <summary>Counts.</summary>
    /// <param name="tunes">The tokens to learn from, by tune: from 0 to V − 1, or −1 for one that is not in the vocabulary.</param>
    /// <param name="vocabulary">V.</param>
    /// <param name="order">n: how many tokens a count spans; 1 for the unigram.</param>
    public NGram(IEnumerable<int[]> tunes, int vocabulary, int order)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        this.vocabulary = vocabulary;
        contexts = new ContextTree(order - 1);
        foreach (var tune in tunes)
        {
            for (var place = 0; place < tune.Length; place++)
                if (tune[place] != Unknown) contexts.Add(Before(tune, place), tune[place]);
        }

        discounts = [.. Enumerable.Range(0, order).Select(Discount)];
    }

    /// <summary>How likely a token is.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="place">The token's place in it; only what stands before is looked at.</param>
    /// <param name="token">The token, from 0 to V − 1.</param>
    /// <returns>The probability; over all V tokens it sums to 1.</returns>
    public double Probability(IReadOnlyList<int> tune, int place, int token)
    {
        var probability = 1.0 / vocabulary;
        var depth = 0;
        foreach (var context in contexts.Path(Before(tune, place)))
        {
            var (count, total, kinds) = contexts.Counts(context, token);
            var discount = discounts[depth++];
            if (total > 0) probability = (Math.Max(count - discount, 0) + (discount * kinds * probability)) / total;
        }

        return probability;
    }

    /// <summary>The loss on tunes.</summary>
    /// <param name="tunes">Their tokens; −1 is an unknown token, which is not counted.</param>
    /// <returns>The loss over all known tokens.</returns>
    public TokenLoss Loss(IEnumerable<int[]> tunes)
    {
        var loss = new TokenLoss(0, 0);
        foreach (var tune in tunes)
        {
            for (var place = 0; place < tune.Length; place++)
            {
                if (tune[place] != Unknown)
                    loss = new TokenLoss(loss.Nats - Math.Log(Probability(tune, place, tune[place])), loss.Tokens + 1);
            }
        }

        return loss;
    }

    // The tokens before a place, the last first, and the sign that the tune begins; what lies further back than that is nothing.
    private IEnumerable<int> Before(IReadOnlyList<int> tune, int place)
    {
        for (var i = place - 1; i >= 0; i--) yield return tune[i];
        yield return vocabulary;
    }

    private double Discount(int depth)
    {
        var (once, twice) = contexts.CountsOfCounts(depth);
        var discount = once / (once + (2.0 * twice));
        return discount is > 0 and < 1 ? discount : 0.5;
    }
}
