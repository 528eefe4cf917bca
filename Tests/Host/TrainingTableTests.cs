using GpuJazz.Host.Display;
using GpuJazz.Model;

namespace GpuJazz.Tests.Host;

public sealed class TrainingTableTests
{
    [Fact]
    public void Perplexity_and_accuracy_leave_out_the_step_without_a_target()
    {
        var metrics = new EpochMetrics(1, (float)(2 * Math.Log(5)), [(float)Math.Log(5), (float)Math.Log(5), 0], [0.25f, 0.75f, 0], 1);
        Assert.Equal(5, TrainingTable.Perplexity(metrics), 1e-5);
        Assert.Equal(0.5, TrainingTable.Accuracy(metrics), 1e-7);
    }

    [Fact]
    public void Nothing_is_shown_where_nobody_watches()
    {
        using var output = new StringWriter();
        var trained = 0;
        TrainingTable.ShowWhile(new Terminal(output, TextWriter.Null), 3, report =>
        {
            for (trained = 0; trained < 3; trained++) report(new EpochMetrics(trained + 1, 1, [1, 0], [0, 0], 1));
        });
        Assert.Equal("", output.ToString());
        Assert.Equal(3, trained);
    }
}
