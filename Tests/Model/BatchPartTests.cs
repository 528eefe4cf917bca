using GpuJazz.Kernels;
using GpuJazz.Model;
using GpuJazz.Tests.Kernels;
using ILGPU.Runtime;

namespace GpuJazz.Tests.Model;

/// <summary>Batches in parts, logits a few steps at a time, and a vocabulary of 50,000: the gradient is that of the whole.</summary>
public sealed class BatchPartTests
{
    // Sums of the same numbers in another order.
    private const double Reordered = 2e-6;

    public static TheoryData<string> Devices => [.. TestDevices.Names];

    [Theory]
    [MemberData(nameof(Devices))]
    public void A_batch_in_parts_has_the_gradient_of_the_whole_and_the_same_bits_each_time(string device)
    {
        var settings = new TrainingSettings { Dropout = 0.3, Seed = 2 };
        var whole = Array.ConvertAll(Gradient(device, new(9, 7, 2), 7, 4, settings), value => (double)value);
        var parts = Gradient(device, new(9, 7, 2), 7, 4, settings, mostSequences: 3);
        Assert.InRange(Workbench.Error(parts, whole), 0, Reordered);
        Assert.Equal(parts, Gradient(device, new(9, 7, 2), 7, 4, settings, mostSequences: 3));
        Assert.NotEqual(parts, Gradient(device, new(9, 7, 2), 7, 4, settings with { Seed = 3 }, mostSequences: 3));
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Logits_a_few_steps_at_a_time_give_the_same_gradient(string device)
    {
        var whole = Array.ConvertAll(Gradient(device, new(9, 70), 5, 7, new()), value => (double)value);
        foreach (var most in new[] { 1, 2 * 5 * 70, 3 * 5 * 70 + 1 })
            Assert.InRange(Workbench.Error(Gradient(device, new(9, 70), 5, 7, new(), mostLogits: most), whole), 0, Reordered);
    }

    [Fact]
    public void A_vocabulary_of_50000_has_the_references_gradient()
    {
        var shape = new LstmShape(2, 3, 4, 50_000);
        var model = new ModelShape(shape.Hidden, shape.Vocabulary);
        var tokens = Tokens(shape.Rows, shape.Vocabulary);
        var reference = new double[model.ParameterCount];
        new GpuJazz.Kernels.Reference.TrainingUpdate(shape).Gradients(
            tokens, tokens, Array.ConvertAll(Initializers.Create(model, 1), value => (double)value), reference);
        var device = TestDevices.Names.First(name => TestDevices.Open(name).AcceleratorType == AcceleratorType.CPU);
        Assert.InRange(Workbench.Error(Gradient(device, model, shape.Sequences, shape.Steps, new(), mostLogits: 200_000), reference), 0, Grid.ThroughTime);
    }

    [Theory]
    [InlineData(7, 3, new[] { 3, 3, 1 })]
    [InlineData(8, 5, new[] { 4, 4 })]
    [InlineData(4, 9, new[] { 4 })]
    public void Parts_are_even(int batch, int most, int[] sizes)
    {
        var parts = BatchPart.Of(batch, most).ToArray();
        Assert.Equal(sizes, parts.Select(part => part.Sequences));
        Assert.Equal(1, parts.Sum(part => part.Share), 1e-6);
        Assert.True(parts[0].IsFirst && parts[^1].IsLast);
    }

    [Fact]
    public void As_many_sequences_are_taken_at_once_as_fit()
    {
        var estimate = new MemoryEstimate(new ModelShape(64, 159), new TrainingSettings());
        Assert.Equal(65_536, estimate.MostSequences(65_536, long.MaxValue));
        var most = estimate.MostSequences(65_536, 1_000_000_000);
        Assert.InRange(most, 1000, 65_535);
        Assert.True(estimate.Bytes(most, true) <= 1_000_000_000 && estimate.Bytes(most + 1, true) > 1_000_000_000);
        Assert.Equal(0, estimate.MostSequences(10, 1000));
    }

    private static int[] Tokens(int count, int vocabulary) => [.. Enumerable.Range(0, count).Select(n => n * n * 7919 % vocabulary)];

    private static float[] Gradient(
        string device,
        ModelShape model,
        int m,
        int t,
        TrainingSettings settings,
        int? mostSequences = null,
        int mostLogits = MemoryEstimate.MostLogits)
    {
        var accelerator = TestDevices.Open(device);
        using var update = new TrainingUpdate(accelerator, model, mostSequences ?? m, t, settings, mostSequences < m, mostLogits);
        update.Buffers.Parameters.CopyFromCPU(Initializers.Create(model, 1));
        var tokens = Tokens(m * t, model.Vocabulary);
        foreach (var part in BatchPart.Of(m, mostSequences ?? m))
        {
            var own = new int[t * part.Sequences];
            for (var n = 0; n < own.Length; n++) own[n] = tokens[(n / part.Sequences * m) + part.First + (n % part.Sequences)];
            using var view = accelerator.Allocate1D(own);
            update.ComputeGradients(view.View, view.View, part, 1);
            accelerator.Synchronize();
        }

        return update.Buffers.Gradients.GetAsArray1D();
    }
}
