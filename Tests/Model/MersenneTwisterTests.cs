using GpuJazz.Model;

namespace GpuJazz.Tests.Model;

public sealed class MersenneTwisterTests
{
    [Theory]
    [InlineData(5489u, new uint[] { 3499211612, 581869302, 3890346734, 3586334585, 545404204 })]
    [InlineData(0u, new uint[] { 2357136044, 2546248239, 3071714933, 3626093760, 2588848963 })]
    public void Draws_the_published_numbers(uint seed, uint[] expected)
    {
        var random = new MersenneTwister(seed);

        Assert.Equal(expected, expected.Select(_ => random.NextUInt32()));
    }

    /// <summary>The C++ standard fixes this number, [rand.predef].</summary>
    [Fact]
    public void Ten_thousandth_draw_of_the_default_seed_is_the_one_that_the_standard_gives()
    {
        var random = new MersenneTwister(5489);
        for (var i = 1; i < 10_000; i++) random.NextUInt32();

        Assert.Equal(4123659995u, random.NextUInt32());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(17)]
    public void Numbers_below_a_bound_are_equally_likely_and_reach_both_ends(int bound)
    {
        var random = new MersenneTwister(11);
        var counts = new int[bound];
        for (var i = 0; i < 1000 * bound; i++) counts[random.NextBelow(bound)]++;

        Assert.All(counts, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public void A_bound_of_one_uses_no_draw()
    {
        var (used, fresh) = (new MersenneTwister(3), new MersenneTwister(3));

        Assert.Equal(0, used.NextBelow(1));
        Assert.Equal(fresh.NextUInt32(), used.NextUInt32());
    }

    [Fact]
    public void The_largest_bound_is_drawn_without_overflow()
    {
        var random = new MersenneTwister(4);

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.InRange(random.NextBelow(int.MaxValue), 0, int.MaxValue - 1));
    }
}
