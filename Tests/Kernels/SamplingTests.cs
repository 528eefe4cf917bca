using GpuJazz.Kernels;

namespace GpuJazz.Tests.Kernels;

/// <summary>What the sampling kernel draws, judged by counting. The seeds are fixed, so that a test passes always or never.</summary>
public sealed class SamplingTests
{
    private const int Seed = 1917;

    // By chance alone a sum of so many degrees of freedom is larger once in a million: 45 at 9, 56 at 15.
    private const double MostAtNine = 45;
    private const double MostAtFifteen = 56;

    private static readonly double[] Logits = [0.3, -1.2, 2.1, 0, 1.4, -0.5, 2.0, -2.5, 0.9, 1.1];

    public static TheoryData<string> Devices => [.. TestDevices.Names];

    [Theory]
    [MemberData(nameof(Devices))]
    public void Tokens_come_as_often_as_the_softmax_says_at_each_temperature(string device)
    {
        foreach (var temperature in new[] { 0.5, 1, 2 })
        {
            var drawn = Draws.From(device, Logits, new((float)temperature, 0, 1, Seed)).SelectMany(solo => solo).ToArray();
            Assert.InRange(Draws.ChiSquare(Draws.Softmax(Logits, temperature), drawn), 0, MostAtNine);

            // The count is sharp enough to tell a temperature from one a tenth higher.
            Assert.True(Draws.ChiSquare(Draws.Softmax(Logits, 1.1 * temperature), drawn) > MostAtNine);
        }
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void A_token_says_nothing_about_the_next_or_about_its_neighbours(string device)
    {
        double[] logits = [0, 0.5, -0.3, 0.2];
        var one = Draws.Softmax(logits, 1);
        var pair = one.SelectMany(first => one.Select(second => first * second)).ToArray();
        var solos = Draws.From(device, logits, new(1, 0, 1, Seed));

        var inTime = solos.SelectMany(solo => solo.Chunk(2).Select(two => (4 * two[0]) + two[1]));
        var acrossSolos = solos.Chunk(2).SelectMany(two => two[0].Zip(two[1], (first, second) => (4 * first) + second));
        Assert.InRange(Draws.ChiSquare(pair, inTime), 0, MostAtFifteen);
        Assert.InRange(Draws.ChiSquare(pair, acrossSolos), 0, MostAtFifteen);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Top_k_keeps_the_k_likeliest_in_their_proportions(string device)
    {
        var ranked = Enumerable.Range(0, Logits.Length).OrderByDescending(token => Logits[token]).ToArray();
        for (var k = 0; k <= Logits.Length + 1; k++)
            AssertKept(device, ranked[..(k is 0 or > 10 ? 10 : k)], new(1, k, 1, Seed));
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Top_p_keeps_the_fewest_likeliest_that_hold_the_share(string device)
    {
        var share = Draws.Softmax(Logits, 1);
        var ranked = Enumerable.Range(0, Logits.Length).OrderByDescending(token => Logits[token]).ToArray();
        for (var kept = 1; kept < Logits.Length; kept++)
        {
            // Just short of what the first tokens hold together, these are enough; just beyond it, one more is needed.
            var mass = (float)ranked[..kept].Sum(token => share[token]);
            AssertKept(device, ranked[..kept], new(1, 0, mass - 1e-4f, Seed));
            AssertKept(device, ranked[..(kept + 1)], new(1, 0, mass + 1e-4f, Seed));
        }

        AssertKept(device, ranked[..1], new(1, 0, 1e-6f, Seed));
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Of_top_k_and_top_p_the_stricter_counts(string device)
    {
        var ranked = Enumerable.Range(0, Logits.Length).OrderByDescending(token => Logits[token]).ToArray();
        AssertKept(device, ranked[..2], new(1, 2, 0.9f, Seed));
        AssertKept(device, ranked[..1], new(1, 5, 0.1f, Seed));
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Of_equal_logits_the_lower_tokens_are_kept(string device)
    {
        double[] logits = [1, 2, 1, 2, 1, 1];
        foreach (var (k, kept) in new (int, int[])[] { (1, [1]), (2, [1, 3]), (3, [0, 1, 3]), (4, [0, 1, 2, 3]) })
            Assert.Equal(kept, Draws.From(device, logits, new(1, k, 1, Seed), 20, 50).SelectMany(solo => solo).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void One_token_is_the_only_choice_of_a_vocabulary_of_one(string device) =>
        Assert.All(Draws.From(device, [3], new(1, 0, 0.5f, Seed), 2, 5), solo => Assert.Equal([0, 0, 0, 0, 0], solo));

    [Theory]
    [MemberData(nameof(Devices))]
    public void Logits_far_apart_neither_overflow_nor_vanish(string device)
    {
        var drawn = Draws.From(device, [-3e4, 3e4, 3e4 - 1, 0], new(0.01f, 0, 1, Seed), 20, 50).SelectMany(solo => solo);
        Assert.All(drawn, token => Assert.Equal(1, token));
    }

    private static void AssertKept(string device, int[] kept, SamplingRule rule)
    {
        var shares = Draws.Softmax(Logits, rule.Temperature);
        var held = kept.Sum(token => shares[token]);
        var expected = shares.Select((share, token) => kept.Contains(token) ? share / held : 0).ToArray();
        var drawn = Draws.From(device, Logits, rule).SelectMany(solo => solo).ToArray();
        Assert.Equal(kept.Order(), drawn.Distinct().Order());
        Assert.InRange(Draws.ChiSquare(expected, drawn), 0, MostAtNine);
    }
}
