using GpuJazz.Kernels;
using GpuJazz.Model;
using GpuJazz.Tests.Kernels;
using ILGPU.Runtime;

namespace GpuJazz.Tests.Model;

/// <summary>What a batch must not depend on: its other sequences, and their order.</summary>
public sealed class InvarianceTests
{
    private const int Seed = 1959;
    private static readonly LstmShape Shape = new(5, 8, 9, 11);

    public static TheoryData<string> Devices => [.. TestDevices.Names];

    [Theory]
    [MemberData(nameof(Devices))]
    public void A_sequence_alone_is_as_it_is_in_a_batch(string device)
    {
        var (inputs, targets) = Tokens();
        var batch = Run(device, inputs, targets, [0, 1, 2, 3, 4]);
        var mean = new double[batch.Gradients.Length];
        for (var i = 0; i < Shape.Sequences; i++)
        {
            var alone = Run(device, inputs, targets, [i]);
            for (var t = 0; t < Shape.Steps; t++)
            {
                Assert.Equal(alone.Losses[t], batch.Losses[t * Shape.Sequences + i]);
                Assert.Equal(alone.Hits[t], batch.Hits[t * Shape.Sequences + i]);
            }

            for (var p = 0; p < mean.Length; p++) mean[p] += alone.Gradients[p] / (double)Shape.Sequences;
        }

        Assert.InRange(Workbench.Error(batch.Gradients, mean), 0, Grid.OneOperation);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void The_order_of_a_batch_does_not_matter(string device)
    {
        int[] order = [3, 0, 4, 2, 1];
        var (inputs, targets) = Tokens();
        var batch = Run(device, inputs, targets, [0, 1, 2, 3, 4]);
        var shuffled = Run(device, inputs, targets, order);
        for (var row = 0; row < Shape.Rows; row++)
        {
            var same = row / Shape.Sequences * Shape.Sequences + order[row % Shape.Sequences];
            Assert.Equal(batch.Losses[same], shuffled.Losses[row]);
            Assert.Equal(batch.Hits[same], shuffled.Hits[row]);
        }

        Assert.InRange(Workbench.Error(shuffled.Gradients, Array.ConvertAll(batch.Gradients, value => (double)value)), 0, Grid.OneOperation);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void A_step_without_targets_costs_exactly_nothing(string device)
    {
        var (inputs, targets) = Tokens();
        Array.Fill(targets, -1, 3 * Shape.Sequences, Shape.Sequences);
        var batch = Run(device, inputs, targets, [0, 1, 2, 3, 4]);
        Assert.All(batch.Losses[(3 * Shape.Sequences)..(4 * Shape.Sequences)], loss => Assert.Equal(0f, loss));
        Assert.All(batch.Losses[..(3 * Shape.Sequences)], loss => Assert.NotEqual(0f, loss));

        Array.Fill(targets, -1);
        Assert.All(Run(device, inputs, targets, [0, 1, 2, 3, 4]).Gradients, gradient => Assert.Equal(0f, gradient));
    }

    [Fact]
    public void More_sequences_than_there_are_buffers_for_are_refused()
    {
        var accelerator = TestDevices.Open(TestDevices.Names[0]);
        using var update = new TrainingUpdate(accelerator, new(Shape.Hidden, Shape.Vocabulary), 2, Shape.Steps);
        using var tokens = accelerator.Allocate1D(new int[Shape.Rows]);
        Assert.Throws<ArgumentOutOfRangeException>(() => update.ComputeGradients(tokens.View, tokens.View, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => update.ComputeGradients(tokens.View, tokens.View, 0));
    }

    [Fact]
    public void A_batch_that_indices_cannot_count_is_refused_before_it_takes_memory()
    {
        var accelerator = TestDevices.Open(TestDevices.Names[0]);
        var error = Assert.Throws<ModelException>(() => new TrainingUpdate(accelerator, new(4096, 78), 10_000, 30));
        Assert.Equal(
            "--batch 10000 of --steps 30 makes buffers of 4915200000 numbers, and at most 2147483647 are possible: lower --batch, --steps or --hidden",
            error.Message);
    }

    private static (int[] Inputs, int[] Targets) Tokens()
    {
        var random = new Random(Seed);
        int[] Some(int from) => [.. Enumerable.Range(0, Shape.Rows).Select(_ => random.Next(from, Shape.Vocabulary))];
        return (Some(-1), Some(0));
    }

    /// <summary>Loss, hits and gradient of some of the sequences as one batch.</summary>
    private static (float[] Losses, int[] Hits, float[] Gradients) Run(string device, int[] inputs, int[] targets, int[] members)
    {
        var accelerator = TestDevices.Open(device);
        var model = new ModelShape(Shape.Hidden, Shape.Vocabulary);
        int[] Of(int[] tokens) =>
            [.. Enumerable.Range(0, Shape.Steps).SelectMany(t => members.Select(i => tokens[t * Shape.Sequences + i]))];
        using var update = new TrainingUpdate(accelerator, model, members.Length, Shape.Steps);
        using var batchInputs = accelerator.Allocate1D(Of(inputs));
        using var batchTargets = accelerator.Allocate1D(Of(targets));
        update.Buffers.Parameters.CopyFromCPU(Initializers.Create(model, Seed));
        update.ComputeGradients(batchInputs.View, batchTargets.View, members.Length);
        return (Workbench.Read(update.Buffers.Losses), Workbench.Read(update.Buffers.Hits), Workbench.Read(update.Buffers.Gradients));
    }
}
