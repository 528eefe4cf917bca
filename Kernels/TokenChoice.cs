using ILGPU;
using ILGPU.Algorithms;

namespace GpuJazz.Kernels;

/// <summary>The parts of a draw from softmax(y / temperature), cut to the likeliest tokens.</summary>
public static class TokenChoice
{
    /// <summary>What a token weighs in the draw: e^((y − highest) / temperature).</summary>
    /// <param name="logit">y.</param>
    /// <param name="highest">The highest logit.</param>
    /// <param name="temperature">Greater than 0.</param>
    /// <returns>From 0 to 1, which the likeliest token has.</returns>
    public static float Weight(float logit, float highest, float temperature) => XMath.Exp((logit - highest) / temperature);

    /// <summary>What a token weighs in a draw that is cut.</summary>
    /// <param name="weights">A buffer that holds the weights, read.</param>
    /// <param name="start">Where in it they start.</param>
    /// <param name="token">The token.</param>
    /// <param name="last">The last token that is kept, from <see cref="LastKept"/>; −1 where all are.</param>
    /// <returns>Its weight, or 0 where it is not kept.</returns>
    public static float Kept(ArrayView<float> weights, int start, int token, int last) =>
        IsKept(weights, start, token, last) ? weights[start + token] : 0f;

    /// <summary>Walks down the ranks, from the likeliest token on, until k tokens or the wanted mass are reached.</summary>
    /// <param name="weights">A buffer that holds the weights, read.</param>
    /// <param name="start">Where in it they start.</param>
    /// <param name="count">V, how many there are.</param>
    /// <param name="rule">Top-k and top-p.</param>
    /// <returns>The token of the last rank that is kept.</returns>
    public static int LastKept(ArrayView<float> weights, int start, int count, SamplingRule rule)
    {
        var total = 0f;
        for (var v = 0; v < count; v++) total += weights[start + v];
        var mass = rule.TopP * total;
        var limit = rule.TopK > 0 ? XMath.Min(rule.TopK, count) : count;
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

    /// <summary>The token at which the running sum of kept weights first exceeds the mark.</summary>
    /// <param name="weights">A buffer that holds the weights, read.</param>
    /// <param name="start">Where in it they start.</param>
    /// <param name="first">The first token that it may be.</param>
    /// <param name="end">The token behind the last that it may be.</param>
    /// <param name="last">The last token that is kept; −1 where all are.</param>
    /// <param name="before">The sum of the kept weights before the first.</param>
    /// <param name="mark">The mark.</param>
    /// <returns>The token, 0 to V − 1.</returns>
    public static int Find(ArrayView<float> weights, int start, int first, int end, int last, float before, float mark)
    {
        var sum = before;
        var found = first;
        for (var v = first; v < end; v++)
        {
            var weight = Kept(weights, start, v, last);
            if (weight > 0f)
            {
                // Rounding can leave the mark at the very end: then the last kept token stands.
                found = v;
                sum += weight;
                if (sum > mark) return v;
            }
        }

        return found;
    }

    /// <summary>Whether a token ranks at or above the last one that is kept; of equal weights the lower token ranks first.</summary>
    private static bool IsKept(ArrayView<float> weights, int start, int token, int last) =>
        last < 0 || weights[start + token] > weights[start + last]
        || (weights[start + token] == weights[start + last] && token <= last);
}
