using GpuJazz.Music;

namespace GpuJazz.Tests.Reading;

public sealed class QuantizerTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(24, 3)]
    [InlineData(25, 3)]
    [InlineData(28, 3)] // 4 from 24 and 4 from 32: the smaller value
    [InlineData(29, 4)]
    [InlineData(32, 4)]
    [InlineData(40, 4)] // 8 from 32 and 8 from 48
    [InlineData(41, 6)]
    [InlineData(56, 6)] // 8 from 48 and 8 from 64
    [InlineData(57, 8)]
    [InlineData(68, 8)] // 4 from 64 and 4 from 72
    [InlineData(69, 9)]
    [InlineData(84, 9)] // a half inside the grid of quarters, and 84 is 12 from both; of thirds 96 is as far
    [InlineData(85, 12)]
    [InlineData(12, 0)] // a half inside the grid of quarters goes down
    [InlineData(13, 3)]
    [InlineData(96, 12)]
    [InlineData(96 * 1000 + 28, 12_003)]
    [InlineData(-6, 0)]
    public void The_nearest_quarter_or_third_wins(long ticks, int twelfths) =>
        Assert.Equal(new Beats(twelfths), Quantizer.ToGrid(ticks, 96));

    [Theory]
    [InlineData(96)]
    [InlineData(120)]
    [InlineData(480)]
    [InlineData(7)]
    [InlineData(1)]
    [InlineData(32767)]
    public void No_point_of_either_grid_is_nearer_and_ties_go_down(int ticksPerQuarter)
    {
        for (var ticks = 0L; ticks < 3 * Math.Min(ticksPerQuarter, 1000); ticks++)
        {
            // Distances in units of 1/12 tick, over every grid point that can be near; MinBy takes the first, the smallest, of equals.
            var around = (int)(ticks * 12 / ticksPerQuarter);
            var expected = Enumerable.Range(Math.Max(0, around - 4), 9).Where(twelfths => twelfths % 3 == 0 || twelfths % 4 == 0)
                .MinBy(twelfths => Math.Abs((long)twelfths * ticksPerQuarter - 12 * ticks));
            Assert.Equal(new Beats(expected), Quantizer.ToGrid(ticks, ticksPerQuarter));
        }
    }

    [Fact]
    public void Times_beyond_a_million_beats_are_refused()
    {
        Assert.Equal(Beats.Quarters(1_000_000), Quantizer.ToGrid(96_000_000, 96));
        Assert.Throws<MusicException>(() => Quantizer.ToGrid(96_000_000 + 24, 96));
        Assert.Throws<MusicException>(() => Quantizer.ToGrid(1L << 40, 1));
    }
}
