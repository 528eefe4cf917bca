using GpuJazz.Model.Measuring;

namespace GpuJazz.Tests.Model.Measuring;

/// <summary>The formula that other programs have too.</summary>
public sealed class HashedNumbersTests
{
    // MurmurHash3's published finaliser: these are its values, so that a change here would be seen.
    [Theory]
    [InlineData(0u, 0u)]
    [InlineData(1u, 0x514E28B7u)]
    [InlineData(2u, 0x30F4C306u)]
    [InlineData(0xFFFFFFFFu, 0x81F16F39u)]
    public void The_hash_is_MurmurHash3s(uint number, uint hash) => Assert.Equal(hash, HashedNumbers.Hash(number));

    [Fact]
    public void Parameters_spread_evenly_over_their_range()
    {
        var parameters = HashedNumbers.Parameters(new(16, 78));
        Assert.All(parameters, value => Assert.InRange(value, -0.25f, 0.25f));
        Assert.InRange(parameters.Average(), -0.01, 0.01);
        Assert.InRange(parameters.Average(value => value * value), 0.9 * 0.25 * 0.25 / 3, 1.1 * 0.25 * 0.25 / 3);
    }

    [Fact]
    public void Tokens_are_of_the_vocabulary_and_all_occur()
    {
        var tokens = HashedNumbers.Tokens(2000, 78);
        Assert.Equal(Enumerable.Range(0, 78), tokens.Distinct().Order());
    }
}
