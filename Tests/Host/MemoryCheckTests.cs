using GpuJazz.Host.Cli;
using GpuJazz.Host.Training;
using GpuJazz.Model;

namespace GpuJazz.Tests.Host;

/// <summary>What becomes of batches that do not fit into an accelerator's memory.</summary>
public sealed class MemoryCheckTests
{
    private static readonly ModelShape Shape = new(64, 78);
    private static readonly TrainingSettings Settings = new() { Batch = 60 };

    [Fact]
    public void A_batch_that_fits_is_taken_whole()
    {
        var check = Check(1_000_000_000);
        Assert.Equal((60, 60), (check.Batch, check.MostSequences));
        Assert.InRange(check.Bytes, 1, check.Available);
    }

    [Fact]
    public void A_batch_that_does_not_is_taken_in_parts_that_fit()
    {
        var check = Check(4_000_000);
        Assert.Equal(60, check.Batch);
        Assert.InRange(check.MostSequences, 10, 40);
        Assert.InRange(check.Bytes, 1, check.Available);
    }

    [Fact]
    public void Where_not_one_sequence_fits_the_training_is_refused()
    {
        var error = Assert.Throws<CommandException>(() => Check(100_000));
        Assert.Contains("GB", error.Message, StringComparison.Ordinal);
        Assert.Contains("--hidden", error.Message, StringComparison.Ordinal);
    }

    private static MemoryCheck Check(long memory)
    {
        var windows = Windows.Draw([[.. Enumerable.Range(0, 78)]], 60, Settings.Steps, 0);
        return MemoryCheck.Require(Shape, Settings, windows, new(AcceleratorChoice.Cuda, "a small GPU", 1, memory, 1024, 49_152, "CUDA"));
    }
}
