using GpuJazz.Kernels;
using GpuJazz.Model;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Kernels;

/// <summary>Whole solos: the reference's notes, and the same notes in any batch.</summary>
public sealed class ImprovisationTests
{
    private const int Seed = 1957;
    private const int Notes = 40;

    // By how much a logit must lead for single precision to agree with double.
    private const double ClearLead = 1e-4;

    public static TheoryData<string, int, int, int, int> Models()
    {
        var data = new TheoryData<string, int, int, int, int>();
        foreach (var device in TestDevices.Names)
        {
            foreach (var hidden in new[] { 1, 63, 65 })
                foreach (var vocabulary in new[] { 1, 2, 79 })
                    foreach (var solos in new[] { 1, 3 })
                        data.Add(device, solos, hidden, vocabulary, 1);

            // What GPUs keep in registers, or in part in shared memory, one solo a group, a tile, two tiles.
            foreach (var (solos, hidden, vocabulary) in new[]
                { (1, 72, 79), (134, 95, 79), (530, 96, 159), (3, 97, 2), (530, 100, 79), (1, 127, 79), (134, 127, 128), (1, 128, 159), (134, 128, 159) })
                data.Add(device, solos, hidden, vocabulary, 1);

            data.Add(device, 1, 63, 79, 2);
            data.Add(device, 3, 65, 79, 3);
            data.Add(device, 3, 1, 2, 3);
        }

        return data;
    }

    public static TheoryData<string> Devices => [.. TestDevices.Names];

    [Theory]
    [MemberData(nameof(Models))]
    public void The_likeliest_notes_are_the_references_while_its_lead_is_clear(string device, int solos, int hidden, int vocabulary, int layers)
    {
        // Small weights: with large ones the difference between single and double precision would grow from note to note.
        var parameters = Parameters(hidden, vocabulary, 0.3, layers);
        var (notes, gaps) = (new int[Notes], new double[Notes]);
        Reference.Improvisation.Argmax(parameters, hidden, vocabulary, notes, gaps, layers);
        var clear = gaps.TakeWhile(gap => gap > ClearLead).Count();
        Assert.True(clear >= 10, $"only {clear} notes have a clear lead: nothing is shown");

        var improvised = Draws.Solos(device, parameters, new(solos, Notes, hidden, vocabulary, layers), SamplingRule.Argmax);
        Assert.All(improvised, solo => Assert.Equal(notes[..clear], solo[..clear]));
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void A_solo_depends_on_its_seed_and_place_alone(string device)
    {
        var parameters = Parameters(9, 17, 2);
        var rule = new SamplingRule(1, 5, 0.9f, Seed);
        var together = Draws.Solos(device, parameters, new(6, Notes, 9, 17), rule);
        for (var solo = 0; solo < together.Length; solo++)
        {
            var alone = Draws.Solos(device, parameters, new(1, Notes, 9, 17), rule with { Seed = Seed + (uint)solo });
            Assert.Equal(alone[0], together[solo]);
        }

        Assert.Equal(6, together.Select(solo => string.Join(' ', solo)).Distinct().Count());
        Assert.Equal(together[2][..7], Draws.Solos(device, parameters, new(6, 7, 9, 17), rule)[2]);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void What_was_drawn_before_can_be_given_and_the_solo_goes_on_the_same(string device)
    {
        foreach (var (layers, penalty) in new[] { (1, 1f), (2, 1f), (1, 3f) })
        {
            var parameters = Parameters(9, 17, 2, layers);
            var rule = new SamplingRule(1, 0, 1, Seed, penalty);
            var whole = Draws.Solos(device, parameters, new(5, Notes, 9, 17, layers), rule);
            foreach (var given in new[] { 1, 13, Notes })
                Assert.Equal(whole, Draws.Solos(device, parameters, new(5, Notes, 9, 17, layers, Given: given), rule, whole));
            var other = whole.Select(solo => solo.Select(note => (note + 1) % 17).ToArray()).ToArray();
            var afterOther = Draws.Solos(device, parameters, new(5, Notes, 9, 17, layers, Given: 13), rule, other);
            Assert.Equal(other.Select(solo => solo[..13]), afterOther.Select(solo => solo[..13]));
            Assert.NotEqual(whole.Select(solo => solo[13..]), afterOther.Select(solo => solo[13..]));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_that_hears_chords_plays_the_references_notes(string device, int solos, int hidden, int vocabulary, int layers)
    {
        const int Chords = 7;
        var random = new Random(Seed + 1);
        int[] changes = [.. Enumerable.Range(0, 60).Select(_ => random.Next(-1, Chords))];
        int[] advances = [.. Enumerable.Range(0, 12 * vocabulary).Select(_ => random.Next(0, 80))];
        var parameters = Parameters(hidden, vocabulary, 0.3, layers, Chords);

        // Loud chords, so that a wrong one is heard.
        for (var i = ParameterViews.Count(hidden, vocabulary, layers); i < parameters.Length; i++) parameters[i] *= 5;
        var (notes, deaf, gaps) = (new int[Notes], new int[Notes], new double[Notes]);
        Reference.Improvisation.Argmax(parameters, hidden, vocabulary, deaf, gaps, layers);
        Reference.Improvisation.Argmax(parameters, hidden, vocabulary, notes, gaps, layers, changes, advances);
        var clear = gaps.TakeWhile(gap => gap > ClearLead).Count();
        Assert.True(clear >= 10, $"only {clear} notes have a clear lead: nothing is shown");
        if (vocabulary == 79) Assert.NotEqual(deaf[..clear], notes[..clear]);

        var shape = new ImprovisationShape(solos, Notes, hidden, vocabulary, layers, Chords: Chords, Form: changes.Length, Period: 12);
        var improvised = Draws.Solos(device, parameters, shape, SamplingRule.Argmax, changes: changes, advances: advances);
        Assert.All(improvised, solo => Assert.Equal(notes[..clear], solo[..clear]));
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void A_penalty_lowers_what_is_among_the_last_notes_and_no_other(string device)
    {
        // More tokens than the window has notes, so that the first come back, and more than a pick has work-items.
        double[] logits = [.. Enumerable.Range(0, 60).Select(token => token < 40 ? 4 - (0.1 * token) : -0.01 * (token - 39))];
        foreach (var penalty in new[] { 1.03f, 1.3f, 5f })
        {
            var drawn = Draws.From(device, logits, SamplingRule.Argmax with { Penalty = penalty }, solos: 6, notes: 100);
            List<int> expected = [];
            while (expected.Count < 100)
            {
                var recent = expected.TakeLast(SamplingRule.Window).ToHashSet();
                expected.Add(Enumerable.Range(0, 60).MaxBy(token =>
                    !recent.Contains(token) ? (float)logits[token] : logits[token] > 0 ? (float)logits[token] / penalty : (float)logits[token] * penalty));
            }

            Assert.All(drawn, solo => Assert.Equal(expected, solo));
            Assert.True(expected.Distinct().Count() > 1);
        }
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void What_is_given_moves_a_solo_on_through_the_changes(string device)
    {
        const int Chords = 5;
        var random = new Random(Seed + 2);
        int[] changes = [.. Enumerable.Range(0, 36).Select(_ => random.Next(-1, Chords))];
        int[] advances = [.. Enumerable.Range(0, 12 * 17).Select(_ => random.Next(0, 20))];
        var parameters = Parameters(9, 17, 2, 1, Chords);
        var shape = new ImprovisationShape(5, Notes, 9, 17, Chords: Chords, Form: changes.Length, Period: 12);
        var rule = new SamplingRule(1, 0, 1, Seed);
        var whole = Draws.Solos(device, parameters, shape, rule, changes: changes, advances: advances);
        foreach (var given in new[] { 1, 13 })
            Assert.Equal(whole, Draws.Solos(device, parameters, shape with { Given = given }, rule, whole, changes, advances));
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Each_solo_keeps_its_own_place_in_the_changes(string device)
    {
        // The chord decides the note, whatever was before: chord c is answered with token c, which lasts c + 1.
        const int Count = 5;
        int[] changes = [.. Enumerable.Range(0, 24).Select(place => place * 7 % Count)];
        int[] advances = [.. Enumerable.Range(0, 12 * Count).Select(i => i % Count + 1)];
        var parameters = new double[ParameterViews.Count(Count, Count) + Count * 4 * Count];
        var weights = new Reference.Parameters(parameters, Count, Count);
        weights.Bias.Fill(30);
        weights.Bias.Slice(Count, Count).Fill(-30);
        weights.Bias.Slice(2 * Count, Count).Clear();
        for (var c = 0; c < Count; c++)
        {
            weights.ChordKernel[c * 4 * Count + 2 * Count + c] = 30;
            weights.DenseKernel[c * Count + c] = 50;
        }

        var shape = new ImprovisationShape(9, Notes, Count, Count, Chords: Count, Form: changes.Length, Period: 12);
        var (expected, at) = (new int[Notes], 0);
        for (var note = 0; note < Notes; note++)
        {
            expected[note] = changes[at];
            at = (at + expected[note] + 1) % changes.Length;
        }

        foreach (var rule in new[] { SamplingRule.Argmax, new(1, 0, 1, Seed) })
            Assert.All(Draws.Solos(device, parameters, shape, rule, changes: changes, advances: advances), solo => Assert.Equal(expected, solo));
        Assert.Equal(expected, new HeardChanges(changes, advances).Under(expected, Count));
    }

    private static double[] Parameters(int hidden, int vocabulary, double scale, int layers = 1, int chords = 0)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, ParameterViews.Count(hidden, vocabulary, layers) + chords * 4 * hidden).Select(_ => (double)(float)(scale * (2 * random.NextDouble() - 1)))];
    }
}
