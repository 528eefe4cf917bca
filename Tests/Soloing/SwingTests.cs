using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

/// <summary>When swung notes are played.</summary>
public sealed class SwingTests
{
    private const int Quarter = 480;

    [Fact]
    public void As_written_nothing_is_moved()
    {
        for (var time = 0; time < 500; time++) Assert.Equal(40 * time, Swing.AsWritten.TicksAt(new Beats(time), Quarter));
    }

    [Theory]
    [InlineData(1, 240)]
    [InlineData(1.5, 288)]
    [InlineData(2, 320)]
    [InlineData(3, 360)]
    public void The_off_beat_divides_the_beat_in_the_ratio(double ratio, int ticks)
    {
        Assert.Equal(ticks, new Swing(ratio).TicksAt(new Beats(8), Quarter));
        Assert.Equal((7 * Quarter) + ticks, new Swing(ratio).TicksAt(new Beats((7 * 12) + 8), Quarter));
        Assert.Equal(7 * Quarter, new Swing(ratio).TicksAt(Beats.Quarters(7), Quarter));
    }

    [Fact]
    public void Order_is_kept_at_every_ratio()
    {
        foreach (var ratio in new[] { 1, 1.2, 1.6, 2, 2.8, 4 })
        {
            var ticks = Enumerable.Range(0, 49).Select(time => new Swing(ratio).TicksAt(new Beats(time), Quarter)).ToArray();
            Assert.All(ticks.Zip(ticks.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        }
    }

    [Fact]
    public void Straight_times_are_written_as_swung_ones_of_the_same_beat() => Assert.Equal(
        [0, 4, 8, 10, 12, 20],
        new[] { 0, 3, 6, 9, 12, 18 }.Select(time => Swing.Written(new Beats(time)).Twelfths));
}
