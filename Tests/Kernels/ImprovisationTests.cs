using GpuJazz.Kernels;
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

    private static double[] Parameters(int hidden, int vocabulary, double scale, int layers = 1)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, ParameterViews.Count(hidden, vocabulary, layers)).Select(_ => (double)(float)(scale * (2 * random.NextDouble() - 1)))];
    }
}
