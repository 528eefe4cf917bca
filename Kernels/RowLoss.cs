using ILGPU;
using ILGPU.Algorithms;

namespace GpuJazz.Kernels;

/// <summary>The loss of a row of logits and its gradient, by 16 work-items that are neighbours in their group. For kernels.</summary>
/// <remarks>Each goes over the tokens in strides, and what they find is put together by all of them in the same order.</remarks>
/// <param name="Highest">[16 a row] of shared memory: the highest logits that work-items find.</param>
/// <param name="Best">[16 a row] of shared memory: their tokens.</param>
/// <param name="Sums">[16 a row] of shared memory: sums of powers.</param>
internal readonly record struct RowLoss(ArrayView<float> Highest, ArrayView<int> Best, ArrayView<float> Sums)
{
    /// <summary>The work-items of a row: a group has them along its first dimension, and rows along its second.</summary>
    public const int Width = 16;

    /// <summary>Makes y to dy, the gradient of the mean loss. All work-items of the group must come; dy is there once they have met.</summary>
    /// <param name="logits">A buffer that holds the row: y, then dy.</param>
    /// <param name="start">Where the row starts.</param>
    /// <param name="count">V; 0 where there is no such row.</param>
    /// <param name="target">The token that should come, −1 for none.</param>
    /// <param name="sequences">m, over which the loss is averaged.</param>
    /// <param name="loss">−ln p[target] in nats, 0 where there is no target.</param>
    /// <returns>1 where the likeliest token is the target (the first of equals), else 0.</returns>
    public int Run(ArrayView<float> logits, int start, int count, int target, int sequences, out float loss)
    {
        var part = Group.IdxY * Width;
        var targetLogit = count > 0 && target >= 0 ? logits[start + target] : 0f;
        var leader = LeaderOf(logits, start, count);
        Highest[part + Group.IdxX] = leader.Logit;
        Best[part + Group.IdxX] = leader.Token;
        Group.Barrier();
        leader = Leader.None;
        for (var i = 0; i < Width; i++) leader = leader.Or(Highest[part + i], Best[part + i]);

        Sums[part + Group.IdxX] = Powers(logits, start, count, leader.Logit);
        Group.Barrier();
        var sum = 0f;
        for (var i = 0; i < Width; i++) sum += Sums[part + i];

        Slopes(logits, start, count, target, 1f / (sum * sequences), 1f / sequences);
        loss = target < 0 ? 0f : XMath.Log(sum) - (targetLogit - leader.Logit);
        return leader.Token == target ? 1 : 0;
    }

    /// <summary>The likeliest of this work-item's tokens.</summary>
    private static Leader LeaderOf(ArrayView<float> logits, int start, int count)
    {
        var leader = Leader.None;
        for (var first = 0; first < count; first += Width)
        {
            var token = first + Group.IdxX;
            if (token < count) leader = leader.Or(logits[start + token], token);
        }

        return leader;
    }

    /// <summary>e^(y − highest), which can't overflow, in the place of y, and the sum of this work-item's.</summary>
    private static float Powers(ArrayView<float> logits, int start, int count, float highest)
    {
        var sum = 0f;
        for (var first = 0; first < count; first += Width)
        {
            var token = first + Group.IdxX;
            if (token < count)
            {
                var power = XMath.Exp(logits[start + token] - highest);
                logits[start + token] = power;
                sum += power;
            }
        }

        return sum;
    }

    /// <summary>dy in the place of the powers.</summary>
    private static void Slopes(ArrayView<float> powers, int start, int count, int target, float scale, float share)
    {
        for (var first = 0; first < count; first += Width)
        {
            var token = first + Group.IdxX;
            if (token < count)
                powers[start + token] = target < 0 ? 0f : powers[start + token] * scale - (token == target ? share : 0f);
        }
    }
}
