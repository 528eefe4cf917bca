using GpuJazz.Model;

namespace GpuJazz.Tests.Model;

public sealed class EarlyStoppingTests
{
    [Fact]
    public void It_is_over_when_patience_epochs_have_passed_without_a_better_one()
    {
        var stopping = new EarlyStopping(3);
        Assert.Equal([true, true, false, false], Added(stopping, 4, 3, 3.5, 3.1));
        Assert.False(stopping.IsOver);
        Assert.False(stopping.Add(Epoch(5, 3.2)));
        Assert.True(stopping.IsOver);
        Assert.Equal(2, stopping.Best!.Epoch);
    }

    [Fact]
    public void A_better_epoch_begins_the_wait_anew()
    {
        var stopping = new EarlyStopping(2);
        Assert.Equal([true, false, true, false], Added(stopping, 4, 5, 3.9, 4));
        Assert.False(stopping.IsOver);
        Assert.Equal(3, stopping.Best!.Epoch);
    }

    [Fact]
    public void Of_equals_the_first_is_the_best_and_waiting_goes_on()
    {
        var stopping = new EarlyStopping(2);
        Assert.Equal([true, false, false], Added(stopping, 3, 3, 3));
        Assert.Equal(1, stopping.Best!.Epoch);
        Assert.True(stopping.IsOver);
    }

    [Fact]
    public void A_loss_that_is_no_number_is_never_the_best_and_still_an_epoch_of_waiting()
    {
        var stopping = new EarlyStopping(2);
        Assert.Equal([false, true, false, false], Added(stopping, double.NaN, 3, double.NaN, double.PositiveInfinity));
        Assert.Equal(2, stopping.Best!.Epoch);
        Assert.True(stopping.IsOver);
    }

    [Fact]
    public void Without_tunes_held_out_it_is_never_over()
    {
        var stopping = new EarlyStopping(1);
        for (var epoch = 1; epoch <= 9; epoch++) Assert.False(stopping.Add(Epoch(epoch, null)));
        Assert.False(stopping.IsOver);
        Assert.Null(stopping.Best);
    }

    [Fact]
    public void The_same_epochs_again_give_the_same_answer()
    {
        double[] losses = [5, 4, 4.5, 3.5, 3.6, 3.7];
        var (unbroken, again) = (new EarlyStopping(3), new EarlyStopping(3));
        Added(unbroken, losses);
        Added(again, losses[..4]);
        for (var i = 4; i < losses.Length; i++) again.Add(Epoch(i + 1, losses[i]));
        Assert.Equal((unbroken.Best!.Epoch, unbroken.IsOver), (again.Best!.Epoch, again.IsOver));
        Assert.Equal((unbroken.Add(Epoch(7, 3.9)), unbroken.IsOver), (again.Add(Epoch(7, 3.9)), again.IsOver));
        Assert.True(again.IsOver);
    }

    private static bool[] Added(EarlyStopping stopping, params double[] losses) => [.. losses.Select((loss, i) => stopping.Add(Epoch(i + 1, loss)))];

    private static EpochMetrics Epoch(int number, double? heldOut) => new(number, 1, [1, 0], [0, 0], 0.1) { HeldOutLoss = heldOut };
}
