using GpuJazz.Kernels;

namespace GpuJazz.Tests.Kernels;

public sealed class PhiloxTests
{
    /// <summary>The known answers that the authors publish with their library Random123, first words.</summary>
    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0, 0x6627e8d5)]
    [InlineData(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x408f276d)]
    [InlineData(0xa4093822, 0x299f31d0, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xd16cfe09)]
    public void Gives_the_published_words(uint key0, uint key1, uint c0, uint c1, uint c2, uint c3, uint expected) =>
        Assert.Equal(expected, Philox.Word(key0, key1, c0, c1, c2, c3));

    [Fact]
    public void Uniform_numbers_are_the_upper_24_bits()
    {
        for (var step = 0; step < 1000; step++)
        {
            var number = Philox.Uniform(7, step);
            Assert.InRange(number, 0f, 1f - (1f / (1 << 24)));
            Assert.Equal(Philox.Word(7, 0, (uint)step, 0, 0, 0) >> 8, number * (1 << 24));
        }
    }
}
