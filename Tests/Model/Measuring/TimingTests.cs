using GpuJazz.Model.Measuring;

namespace GpuJazz.Tests.Model.Measuring;

public sealed class TimingTests
{
    [Fact]
    public void Median_and_quartiles_are_of_the_sorted_times() =>
        Assert.Equal(new Timing(3, 2, 4, 1, 5), Timing.OfTimes([5, 1, 4, 2, 3]));

    [Fact]
    public void Between_two_times_they_lie_in_proportion() =>
        Assert.Equal(new Timing(1.5, 1.25, 1.75, 1, 2), Timing.OfTimes([2, 1]));

    [Fact]
    public void However_long_a_run_takes_there_are_three_after_the_first()
    {
        var runs = 0;
        var timing = Timing.Of(() => runs++, TimeSpan.Zero);
        Assert.Equal((3, 4), (timing.Runs, runs));
    }
}
