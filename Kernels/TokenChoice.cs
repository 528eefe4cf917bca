using ILGPU;
using ILGPU.Algorithms;

namespace GpuJazz.Kernels;

/// <summary>Draws a token from softmax(y / temperature), cut to the likeliest ones.</summary>
public static class TokenChoice
{
    /// <summary>What a token weighs in the draw: e^((y − highest) / temperature).</summary>
    /// <param name="logit">y.</param>
    /// <param name="highest">The highest logit.</param>
    /// <param name="temperature">Greater than 0.</param>
    /// <returns>From 0 to 1, which the likeliest token has.</returns>
    public static float Weight(float logit, float highest, float temperature) => XMath.Exp((logit - highest) / temperature);

    /// <summary>Draws one token.</summary>
    /// <param name="weights">A buffer that holds the weights, read.</param>
    /// <param name="start">Where in it they start.</param>
    /// <param name="count">V, how many there are.</param>
    /// <param name="rule">Top-k and top-p.</param>
    /// <param name="uniform">A random number, at least 0 and less than 1.</param>
    /// <returns>The token, 0 to V − 1.</returns>
    public static int Draw(ArrayView<float> weights, int start, int count, SamplingRule rule, float uniform)
    {
        var total = 0f;
        for (var v = 0; v < count; v++) total += weights[start + v];

        var last = -1;
        if ((rule.TopK > 0 && rule.TopK < count) || rule.TopP < 1f)
        {
            last = LastKept(weights, start, count, rule.TopK, rule.TopP * total);
            total = 0f;
            for (var v = 0; v < count; v++)
                if (IsKept(weights, start, v, last)) total += weights[start + v];
        }

        return Find(weights, start, count, last, uniform * total);
    }

    /// <summary>Walks down the ranks, from the likeliest token on, until k tokens or the wanted mass are reached.</summary>
    private static int LastKept(ArrayView<float> weights, int start, int count, int topK, float mass)
    {
        var limit = topK > 0 ? XMath.Min(topK, count) : count;
        var last = -1;
        var sum = 0f;
        for (var rank = 0; rank < limit; rank++)
        {
            var next = -1;
            for (var v = 0; v < count; v++)
            {
                var isLater = last < 0 || weights[start + v] < weights[start + last]
                    || (weights[start + v] == weights[start + last] && v > last);
                if (isLater && (next < 0 || weights[start + v] > weights[start + next])) next = v;
            }

            if (next < 0) return last;
            last = next;
            sum += weights[start + last];
            if (sum >= mass) return last;
        }

        return last;
    }

    /// <summary>Whether a token ranks at or above the last one that is kept; of equal weights the lower token ranks first.</summary>
    private static bool IsKept(ArrayView<float> weights, int start, int token, int last) =>
        last < 0 || weights[start + token] > weights[start + last]
        || (weights[start + token] == weights[start + last] && token <= last);

    /// <summary>The token at which the running sum of kept weights first exceeds the mark.</summary>
    private static int Find(ArrayView<float> weights, int start, int count, int last, float mark)
    {
        var sum = 0f;
        var found = 0;
        for (var v = 0; v < count; v++)
        {
            var weight = weights[start + v];
            if (weight > 0f && IsKept(weights, start, v, last))
            {
                // Rounding can leave the mark at the very end: then the last kept token stands.
                found = v;
                sum += weight;
                if (sum > mark) return v;
            }
        }

        return found;
    }
}
