// The next note of each solo of a group, from its logits y.
//
//   argmax y, the first of equals;   or a draw:  w = e^((y − max) / temperature), u uniform, the first note at which the running
//   sum of the kept w exceeds u·Σw
//
// Where repetition is made less likely, y of a token that is among the last notes is first divided (y > 0) or multiplied by the penalty.
//
// A solo has a few work-items. Each finds the likeliest of its tokens and turns them into weights, all of them strided, so that
// neighbours read side by side; then each sums a stretch of tokens that follow each other. What they find is put together by one
// work-item a solo, in their order, so that it is always the same; it also looks for the stretch with the note and for the note in it.
//
// Launch  in Improvisation: a work-item (x, y) is part x of the picking of solo y of each tile; where a solo has one, these are
//         neighbours in the first row.
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
    /// <param name="recent">How many notes back a repetition is noticed; 0, known when the kernel is compiled, costs nothing.</param>
    /// <param name="parts">What the work-items find, in memory of the group.</param>
    /// <param name="start">The first tile of the group.</param>
    /// <param name="end">The tile behind its last.</param>
    /// <param name="note">The number of the note, from 0.</param>
    public static void Run(
        ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule, int recent, PickParts parts, int start, int end, int note)
    {
        var isPart = Group.IdxX < PickParts.Most;
        if (recent > 0 && isPart)
            for (var tile = start; tile < end; tile++) Penalise(buffers, shape, rule, recent, Solo(tile), note);

        // Each work-item has put down what it reads next itself: no barrier.
        if (isPart)
            for (var tile = start; tile < end; tile++) FindLeader(buffers, shape, parts, tile - start, Solo(tile));

        Group.Barrier();
        var solos = new PickedSolos(start, end, shape.Solos);
        if (isPart)
            for (var round = 0; round < PickParts.Solos; round += Group.DimX)
                if (solos.Has(round)) TakeLeader(buffers, shape, rule, parts, PickedSolos.Place(round), solos.Solo(round), note);

        Group.Barrier();
        if (rule.IsArgmax) return;
        if (isPart)
            for (var tile = start; tile < end; tile++) Weigh(buffers, shape, rule, parts, tile - start, Solo(tile));

        Group.Barrier();
        if (rule.Cuts(shape.Vocabulary))
        {
            if (isPart)
                for (var round = 0; round < PickParts.Solos; round += Group.DimX)
                    if (solos.Has(round)) Cut(buffers, shape, rule, parts, PickedSolos.Place(round), solos.Solo(round));

            Group.Barrier();
        }

        if (isPart)
            for (var tile = start; tile < end; tile++) SumStretch(buffers, shape, rule, parts, tile - start, Solo(tile));

        Group.Barrier();
        if (isPart)
            for (var round = 0; round < PickParts.Solos; round += Group.DimX)
                if (solos.Has(round)) Draw(buffers, shape, rule, parts, PickedSolos.Place(round), solos.Solo(round), note);

        Group.Barrier();
    }

    private static int Solo(int tile) => tile * FourRows.Count + Group.IdxY;

    /// <summary>Lowers y of those of a work-item's tokens that are among the last notes.</summary>
    private static void Penalise(ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule, int recent, int solo, int note)
    {
        if (solo >= shape.Solos) return;
        var oldest = XMath.Max(0, note - recent);
        for (var first = 0; first < shape.Vocabulary; first += PickParts.Count)
        {
            var token = first + Group.IdxX;
            if (token >= shape.Vocabulary) continue;
            var isRecent = false;
            for (var before = oldest; before < note; before++) isRecent |= buffers.Notes[solo * shape.Notes + before] == token;
            var here = solo * shape.Vocabulary + token;
            var logit = buffers.Weights[here];
            if (isRecent) buffers.Weights[here] = logit > 0f ? logit / rule.Penalty : logit * rule.Penalty;
        }
    }

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

    /// <summary>The likeliest of a solo's tokens: the note itself, or what the draw measures the others by.</summary>
    private static void TakeLeader(
        ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule, PickParts parts, int place, int solo, int note)
    {
        var leader = parts.Leader(place);
        if (rule.IsArgmax) buffers.Notes[solo * shape.Notes + note] = leader.Token;
        else parts.Highest[place] = leader.Logit;
    }

    /// <summary>The weights of the draw in the place of y.</summary>
    private static void Weigh(
        ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule, PickParts parts, int tile, int solo)
    {
        if (solo >= shape.Solos) return;
        var highest = parts.Highest[PickParts.Place(tile)];
        for (var first = 0; first < shape.Vocabulary; first += PickParts.Count)
        {
            var token = first + Group.IdxX;
            if (token >= shape.Vocabulary) continue;
            var here = solo * shape.Vocabulary + token;
            buffers.Weights[here] = TokenChoice.Weight(buffers.Weights[here], highest, rule.Temperature);
        }
    }

    private static void Cut(ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule, PickParts parts, int place, int solo) =>
        parts.Lasts[place] = TokenChoice.LastKept(buffers.Weights, solo * shape.Vocabulary, shape.Vocabulary, rule);

    private static void SumStretch(
        ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule, PickParts parts, int tile, int solo)
    {
        if (solo >= shape.Solos) return;
        var last = parts.LastKept(PickParts.Place(tile), rule.Cuts(shape.Vocabulary));
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
        ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule, PickParts parts, int place, int solo, int note)
    {
        var mark = Philox.Uniform(rule.Seed + (uint)solo, note) * parts.Sum(place);
        var stretch = parts.Find(place, mark);
        var first = stretch.Token * PickParts.Stretch(shape.Vocabulary);
        var end = XMath.Min(first + PickParts.Stretch(shape.Vocabulary), shape.Vocabulary);
        var last = parts.LastKept(place, rule.Cuts(shape.Vocabulary));
        buffers.Notes[solo * shape.Notes + note] =
            TokenChoice.Find(buffers.Weights, solo * shape.Vocabulary, first, end, last, stretch.Logit, mark);
    }
}

/// <summary>The solos of a group where each has one work-item, of the first row.</summary>
/// <param name="Start">The first tile of the group.</param>
/// <param name="End">The tile behind its last.</param>
/// <param name="Solos">How many solos there are.</param>
internal readonly record struct PickedSolos(int Start, int End, int Solos)
{
    /// <summary>The place in the group of a work-item's solo, in rounds where a group is narrow.</summary>
    public static int Place(int round) => round + Group.IdxX;

    /// <summary>Which solo stands there.</summary>
    public int Solo(int round) => Start * FourRows.Count + Place(round);

    /// <summary>Whether there is one, and this work-item is the one for it.</summary>
    public bool Has(int round) => Group.IdxY == 0 && Place(round) < (End - Start) * FourRows.Count && Solo(round) < Solos;
}
