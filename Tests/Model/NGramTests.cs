using GpuJazz.Model;

namespace GpuJazz.Tests.Model;

public sealed class NGramTests
{
    private static readonly int[][] Small = [[0, 1, 0, 1, 2]];

    [Fact]
    public void The_unigram_counts_tokens_and_keeps_a_little_for_all()
    {
        // 2, 2 and 1 of 5; one count is one and two are two, so D = 1 / 5: (2 − 0.2 + 0.2 · 3 / 3) / 5.
        var unigram = new NGram(Small, 3, 1);
        Assert.Equal([0.4, 0.4, 0.2], Enumerable.Range(0, 3).Select(token => Math.Round(unigram.Probability([], 0, token), 12)));
    }

    [Fact]
    public void The_bigram_falls_back_on_how_many_tokens_a_token_follows()
    {
        // 0 follows the start and 1, 1 follows 0, 2 follows 1: 2, 1 and 1 of 4, D = 2 / 4; so 0.5, 0.25 and 0.25.
        // Pairs: 0 1 twice, three others once, D = 3 / 5: (2 − 0.6 + 0.6 · 0.25) / 2 after 0; (1 − 0.6 + 0.6 · 2 · 0.5) / 2 after 1.
        var bigram = new NGram(Small, 3, 2);
        Assert.Equal(0.775, bigram.Probability([0], 1, 1), 12);
        Assert.Equal(0.5, bigram.Probability([1], 1, 0), 12);
        Assert.Equal([0.5, 0.25, 0.25], Enumerable.Range(0, 3).Select(token => Math.Round(bigram.Probability([2], 1, token), 12)));
        Assert.Equal(1 - 0.6 + (0.6 * 0.5), bigram.Probability([], 0, 0), 12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Over_all_tokens_the_probabilities_sum_to_one_after_anything(int order)
    {
        var random = new Random(order);
        int[][] tunes = [.. Enumerable.Range(0, 4).Select(_ => Tune(random, 60))];
        var model = new NGram(tunes, 8, order);
        var other = Tune(random, 30);
        foreach (var tune in tunes.Append(other))
        {
            for (var place = 0; place < tune.Length; place++)
            {
                var all = Enumerable.Range(0, 8).Select(token => model.Probability(tune, place, token)).ToArray();
                Assert.Equal(1, all.Sum(), 9);
                Assert.All(all, probability => Assert.True(probability > 0));
            }
        }
    }

    [Fact]
    public void More_context_foretells_what_has_order_and_tunes_are_apart()
    {
        int[][] tunes = [.. Enumerable.Range(0, 10).Select(first => Enumerable.Range(0, 50).Select(i => (first + (i * i)) % 7).ToArray())];
        var losses = new[] { 1, 2, 3 }.Select(order => new NGram(tunes, 7, order).Loss(tunes)).ToArray();
        Assert.Equal([500, 500, 500], losses.Select(loss => loss.Tokens));
        Assert.True(losses[2].Perplexity < losses[1].Perplexity && losses[1].Perplexity < losses[0].Perplexity);
        Assert.Equal(Math.Exp(losses[0].Nats / 500), losses[0].Perplexity, 12);
    }

    [Fact]
    public void Unknown_tokens_are_not_foretold_and_end_what_is_known()
    {
        var model = new NGram(Small, 3, 3);
        Assert.Equal(3, model.Loss([[0, -1, 1, -1, 2]]).Tokens);
        Assert.Equal(model.Probability([2, 0, -1], 3, 1), model.Probability([-1], 1, 1));
    }

    [Fact]
    public void Of_nothing_all_tokens_are_as_likely() => Assert.Equal(0.25, new NGram([], 4, 5).Probability([1, 2], 2, 3));

    // Some order, some chance, some unknown.
    private static int[] Tune(Random random, int length)
    {
        var tune = new int[length];
        for (var i = 1; i < length; i++) tune[i] = random.Next(10) switch { 0 => -1, < 4 => random.Next(8), _ => (tune[i - 1] + 9) % 7 };
        return tune;
    }
}
