using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

public sealed class SeededRandomTests
{
    [Fact]
    public void The_same_seed_and_purpose_give_the_same_numbers_for_ever()
    {
        SeededRandom random = new(1, RandomPurpose.Line);
        var bits = Enumerable.Range(0, 3).Select(_ => random.NextBits());
        Assert.Equal([15204172177749531820UL, 11478056450701196663UL, 5597832506168748607UL], bits);
    }

    [Fact]
    public void Every_seed_and_purpose_gives_other_numbers()
    {
        var seeds = new[] { 0, 1, 2, -1, int.MinValue, int.MaxValue };
        var purposes = Enum.GetValues<RandomPurpose>();
        var first = seeds.SelectMany(seed => purposes.Select(purpose => new SeededRandom(seed, purpose).NextBits())).ToArray();
        Assert.Equal(first.Length, first.Distinct().Count());
    }

    [Fact]
    public void Whole_numbers_reach_every_value_about_as_often()
    {
        SeededRandom random = new(3, RandomPurpose.Line);
        var counts = new int[7];
        for (var i = 0; i < 7000; i++) counts[random.Below(7)]++;
        Assert.All(counts, count => Assert.InRange(count, 880, 1120));
    }

    [Fact]
    public void Fractions_lie_from_0_to_1_without_1()
    {
        SeededRandom random = new(4, RandomPurpose.Dynamics);
        var fractions = Enumerable.Range(0, 10000).Select(_ => random.Fraction()).ToArray();
        Assert.All(fractions, fraction => Assert.InRange(fraction, 0, Math.BitDecrement(1.0)));
        Assert.InRange(fractions.Average(), 0.48, 0.52);
    }
}
