using GpuJazz.Model;

namespace GpuJazz.Tests.Model;

public sealed class EpochOrderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(60)]
    [InlineData(1000)]
    public void Visits_every_window_once(int count)
    {
        Assert.Equal(Enumerable.Range(0, count), EpochOrder.Of(7, 3, count).Order());
    }

    [Fact]
    public void Depends_on_seed_and_epoch_alone()
    {
        Assert.Equal(EpochOrder.Of(1, 2, 60), EpochOrder.Of(1, 2, 60));
        Assert.NotEqual(EpochOrder.Of(1, 2, 60), EpochOrder.Of(1, 3, 60));
        Assert.NotEqual(EpochOrder.Of(1, 2, 60), EpochOrder.Of(2, 2, 60));
        Assert.NotEqual(EpochOrder.Of(1, 2, 60), EpochOrder.Of(2, 1, 60));
    }

    [Fact]
    public void Every_order_is_equally_likely()
    {
        var counts = Enumerable.Range(1, 6000).CountBy(epoch => string.Join(' ', EpochOrder.Of(0, epoch, 3))).ToDictionary();

        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 880, 1120));
    }
}
