// The next note of a solo from its logits y, by one warp: NotePick's definition, without a word to other warps.
//
// For a draw each lane has a stretch of tokens that follow each other. It sums their weights, the warp makes running sums of these, and the
// first lane whose running sum exceeds the mark looks for the token in its stretch.
using ILGPU;
using ILGPU.Algorithms;

namespace GpuJazz.Kernels;

/// <summary>Picks notes for <see cref="ResidentImprovisation"/>. All work-items of a warp must come. For kernels.</summary>
internal static class ResidentPick
{
    private static int Lane => Group.IdxX % ResidentForm.Warp;

    /// <summary>The likeliest token, the first of equals.</summary>
    /// <param name="form">The sizes.</param>
    /// <param name="logits">The solo's logits in shared memory, −∞ behind the last.</param>
    /// <returns>The token, the same in all lanes.</returns>
    public static int Likeliest(ResidentForm form, ArrayView<float> logits)
    {
        var leader = Leader.None;
        for (var i = 0; i < form.Stretch; i++)
        {
            // Later turns have higher tokens: the first of equals is kept.
            var token = i * ResidentForm.Warp + Lane;
            var logit = logits[token];
            var isBeaten = logit > leader.Logit;
            leader = new(isBeaten ? logit : leader.Logit, isBeaten ? token : leader.Token);
        }

        return WarpVotes.Likeliest(leader.Logit, leader.Token);
    }

    /// <summary>What logits are multiplied by in a draw: a product is one instruction, a quotient many.</summary>
    /// <param name="rule">How a note is picked.</param>
    /// <returns>1 / temperature; not ∞, which would make NaN of the likeliest token's 0.</returns>
    public static float Sharpness(SamplingRule rule) => XMath.Min(1f / rule.Temperature, float.MaxValue);

    /// <summary>A token drawn by its weight.</summary>
    /// <param name="form">The sizes.</param>
    /// <param name="logits">The solo's logits in shared memory, −∞ behind the last.</param>
    /// <param name="weights">[stretch] of the work-item, written: what its tokens weigh.</param>
    /// <param name="sharpness">From <see cref="Sharpness"/>.</param>
    /// <param name="uniform">The random number, from 0 to 1.</param>
    /// <returns>The token, the same in all lanes.</returns>
    public static int Draw(ResidentForm form, ArrayView<float> logits, ArrayView<float> weights, float sharpness, float uniform)
    {
        var highest = float.NegativeInfinity;
        for (var i = 0; i < form.Stretch; i++) highest = XMath.Max(highest, logits[Lane * form.Stretch + i]);
        highest = WarpVotes.Highest(highest);
        var own = 0f;
        for (var i = 0; i < form.Stretch; i++)
        {
            weights[i] = XMath.Exp((logits[Lane * form.Stretch + i] - highest) * sharpness);
            own += weights[i];
        }

        var sum = own;
        for (var distance = 1; distance < ResidentForm.Warp; distance *= 2)
        {
            var before = Warp.ShuffleUp(sum, distance);
            sum += Lane >= distance ? before : 0f;
        }

        var mark = uniform * Warp.Shuffle(sum, ResidentForm.Warp - 1);
        var below = Warp.ShuffleUp(sum, 1);
        var token = Find(form, weights, Lane > 0 ? below : 0f, mark);

        // Rounding can leave the mark at the very end: then the last that has any weight.
        var lane = WarpVotes.First(own > 0f && sum > mark ? 1 : 0);
        if (lane < 0) lane = WarpVotes.Last(own > 0f ? 1 : 0);
        return Warp.Shuffle(token, lane);
    }

    /// <summary>Puts down what a draw weighed by.</summary>
    /// <param name="form">The sizes.</param>
    /// <param name="weights">What the work-item's tokens weigh.</param>
    /// <param name="target">[B, V] written.</param>
    /// <param name="solo">The solo.</param>
    public static void Store(ResidentForm form, ArrayView<float> weights, ArrayView<float> target, int solo)
    {
        for (var i = 0; i < form.Stretch; i++)
        {
            var token = Lane * form.Stretch + i;
            if (token < form.Vocabulary) target[solo * form.Vocabulary + token] = weights[i];
        }
    }

    /// <summary>The first token of a lane's stretch at which the running sum exceeds the mark, or the last that has any weight; −1 for none.</summary>
    private static int Find(ResidentForm form, ArrayView<float> weights, float before, float mark)
    {
        var sum = before;
        var found = -1;
        for (var i = 0; i < form.Stretch; i++)
        {
            var isNext = weights[i] > 0f && (found < 0 || sum <= mark);
            found = isNext ? Lane * form.Stretch + i : found;
            sum += weights[i];
        }

        return found;
    }
}
