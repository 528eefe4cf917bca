using GpuJazz.Model.Measuring;

namespace GpuJazz.Tests.Model.Measuring;

public sealed class OperationCountTests
{
    [Fact]
    public void The_notebooks_update_has_231_million() => Assert.Equal(230_860_800, OperationCount.OfUpdate(new(60, 30, 64, 78)));

    [Fact]
    public void A_large_update_is_counted_without_overflow() =>
        Assert.Equal(787.8e9, OperationCount.OfUpdate(new(1024, 30, 1024, 78)), 0.1e9);

    /// <summary>A note of a solo costs what a token of the forward pass does, a third of an update's.</summary>
    [Fact]
    public void Solos_count_as_forward_passes() =>
        Assert.Equal(OperationCount.OfUpdate(new(7, 50, 9, 11)) / 3, OperationCount.OfSolos(new(9, 11), 7, 50));
}
