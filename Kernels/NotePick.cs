// The next note of each solo of a group, from its logits y.
//
//   argmax y, the first of equals;   or a draw:  w = e^((y − max) / temperature), u uniform, the first note at which the running
//   sum of the kept w exceeds u·Σw
//
// A solo has a few work-items. Each finds the likeliest of its tokens and turns them into weights, all of them strided, so that
// neighbours read side by side; then each sums a stretch of tokens that follow each other, and the first one looks for the stretch
// with the note and for the note in it. What the work-items find is put together in their order, so that it is always the same.
//
// Launch  in Improvisation: a work-item (x, y) is part x of the picking of solo y of each tile.
// Cost    an exponential and four reads a token.
using ILGPU;
using ILGPU.Algorithms;

namespace GpuJazz.Kernels;

/// <summary>Picks a note for each solo of a group. All work-items of the group must come.</summary>
public static class NotePick
{
    /// <summary>Picks the notes.</summary>
    /// <param name="buffers">The logits are read and, for a draw, become weights; the notes are written.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="rule">How a note is picked.</param>
    /// <param name="parts">What the work-items find, in memory of the group.</param>
    /// <param name="start">The first tile of the group.</param>
    /// <param name="end">The tile behind its last.</param>
    /// <param name="note">The number of the note, from 0.</param>
    public static void Run(
        ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule, PickParts parts, int start, int end, int note)
    {
        var isPart = Group.IdxX < PickParts.Most;
        if (isPart)
            for (var tile = start; tile < end; tile++) FindLeader(buffers, shape, parts, tile - start, Solo(tile));

        Group.Barrier();
        if (rule.IsArgmax)
        {
            if (Group.IdxX == 0)
                for (var tile = start; tile < end; tile++) PickLeader(buffers, shape, parts, tile - start, Solo(tile), note);

            Group.Barrier();
            return;
        }

        if (isPart)
            for (var tile = start; tile < end; tile++) Weigh(buffers, shape, rule, parts, tile - start, Solo(tile));

        Group.Barrier();
        if (rule.Cuts(shape.Vocabulary))
        {
            if (Group.IdxX == 0)
                for (var tile = start; tile < end; tile++) Cut(buffers, shape, rule, parts, tile - start, Solo(tile));

            Group.Barrier();
        }

        if (isPart)
            for (var tile = start; tile < end; tile++) SumStretch(buffers, shape, rule, parts, tile - start, Solo(tile));

        Group.Barrier();
        if (Group.IdxX == 0)
            for (var tile = start; tile < end; tile++) Draw(buffers, shape, rule, parts, tile - start, Solo(tile), note);

        Group.Barrier();
    }

    private static int Solo(int tile) => tile * FourRows.Count + Group.IdxY;

    /// <summary>The likeliest of a work-item's tokens.</summary>
    private static void FindLeader(ImprovisationBuffers buffers, ImprovisationShape shape, PickParts parts, int tile, int solo)
    {
        if (solo >= shape.Solos) return;
        var leader = Leader.None;
        for (var first = 0; first < shape.Vocabulary; first += PickParts.Count)
        {
            var token = first + Group.IdxX;
            if (token < shape.Vocabulary) leader = leader.Or(buffers.Weights[solo * shape.Vocabulary + token], token);
        }

        var here = PickParts.Of(tile) + Group.IdxX;
        parts.Numbers[here] = leader.Logit;
        parts.Tokens[here] = leader.Token;
    }

    private static void PickLeader(ImprovisationBuffers buffers, ImprovisationShape shape, PickParts parts, int tile, int solo, int note)
    {
        if (solo < shape.Solos) buffers.Notes[solo * shape.Notes + note] = parts.Leader(tile).Token;
    }

    /// <summary>The weights of the draw in the place of y.</summary>
    private static void Weigh(
        ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule, PickParts parts, int tile, int solo)
    {
        if (solo >= shape.Solos) return;
        var highest = parts.Leader(tile).Logit;
        for (var first = 0; first < shape.Vocabulary; first += PickParts.Count)
        {
            var token = first + Group.IdxX;
            if (token >= shape.Vocabulary) continue;
            var here = solo * shape.Vocabulary + token;
            buffers.Weights[here] = TokenChoice.Weight(buffers.Weights[here], highest, rule.Temperature);
        }
    }

    private static void Cut(ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule, PickParts parts, int tile, int solo)
    {
        if (solo >= shape.Solos) return;
        parts.Lasts[tile * FourRows.Count + Group.IdxY] =
            TokenChoice.LastKept(buffers.Weights, solo * shape.Vocabulary, shape.Vocabulary, rule);
    }

    private static void SumStretch(
        ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule, PickParts parts, int tile, int solo)
    {
        if (solo >= shape.Solos) return;
        var last = parts.LastKept(tile, rule.Cuts(shape.Vocabulary));
        var length = PickParts.Stretch(shape.Vocabulary);
        var sum = 0f;
        for (var i = 0; i < length; i++)
        {
            var token = Group.IdxX * length + i;
            if (token < shape.Vocabulary) sum += TokenChoice.Kept(buffers.Weights, solo * shape.Vocabulary, token, last);
        }

        parts.Numbers[PickParts.Of(tile) + Group.IdxX] = sum;
    }

    private static void Draw(
        ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule, PickParts parts, int tile, int solo, int note)
    {
        if (solo >= shape.Solos) return;
        var mark = Philox.Uniform(rule.Seed + (uint)solo, note) * parts.Sum(tile);
        var stretch = parts.Find(tile, mark);
        var first = stretch.Token * PickParts.Stretch(shape.Vocabulary);
        var end = XMath.Min(first + PickParts.Stretch(shape.Vocabulary), shape.Vocabulary);
        var last = parts.LastKept(tile, rule.Cuts(shape.Vocabulary));
        buffers.Notes[solo * shape.Notes + note] =
            TokenChoice.Find(buffers.Weights, solo * shape.Vocabulary, first, end, last, stretch.Logit, mark);
    }
}
