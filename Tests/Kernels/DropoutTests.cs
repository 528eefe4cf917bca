using GpuJazz.Kernels;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Kernels;

/// <summary>Dropout: what the plain loops drop, as much as was asked for, and something else in each update and layer.</summary>
public sealed class DropoutTests
{
    private const int Seed = 1966;

    public static TheoryData<string> Devices => [.. TestDevices.Names];

    [Theory]
    [ClassData(typeof(Grid))]
    public void Dropout_matches_the_reference(string device, int m, int t, int h, int v)
    {
        var shape = Grid.Shape(m, t, h, v);
        var rule = new DropoutRule(0.3f, 8, 9, 1);
        using var bench = new Workbench(TestDevices.Open(device), Seed);
        var inputs = bench.Numbers(shape.Rows * h);
        var reference = new double[inputs.Length];
        Reference.Dropout.Run(inputs, reference, shape, rule);

        var own = Run(device, bench, inputs, shape, rule);
        Assert.Equal(reference.Select(value => value == 0), own.Select(value => value == 0));
        Assert.InRange(Workbench.Error(own, reference), 0, Grid.OneOperation);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void The_share_that_was_asked_for_is_dropped_and_another_in_each_update_layer_and_run(string device)
    {
        var shape = new LstmShape(20, 10, 100, 2);
        using var bench = new Workbench(TestDevices.Open(device), Seed);
        var ones = Enumerable.Repeat(1.0, shape.Rows * shape.Hidden).ToArray();
        var rule = new DropoutRule(0.2f, 1, 1, 0);
        var first = Run(device, bench, ones, shape, rule);

        // 20,000 draws: five standard deviations.
        Assert.InRange(first.Count(value => value == 0), 4000 - 283, 4000 + 283);
        Assert.All(first, value => Assert.True(value is 0 or 1.25f));
        Assert.Equal(first, Run(device, bench, ones, shape, rule));
        foreach (var other in new[] { rule with { Update = 2 }, rule with { Layer = 1 }, rule with { Seed = 2 } })
        {
            // Independent masks agree in 0.2² + 0.8² of all places.
            var agree = first.Zip(Run(device, bench, ones, shape, other)).Count(pair => pair.First == pair.Second);
            Assert.InRange(agree, 13_600 - 330, 13_600 + 330);
        }
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void A_sequence_has_the_same_mask_in_a_longer_batch(string device)
    {
        var rule = new DropoutRule(0.5f, 4, 1, 0);
        using var bench = new Workbench(TestDevices.Open(device), Seed);
        var (few, many) = (new LstmShape(2, 3, 5, 2), new LstmShape(7, 3, 5, 2));
        var small = Run(device, bench, [.. Enumerable.Repeat(1.0, few.Rows * 5)], few, rule);
        var large = Run(device, bench, [.. Enumerable.Repeat(1.0, many.Rows * 5)], many, rule);
        for (var t = 0; t < few.Steps; t++)
            Assert.Equal(large.AsSpan(t * 7 * 5, 10).ToArray(), small.AsSpan(t * 2 * 5, 10).ToArray());
    }

    private static float[] Run(string device, Workbench bench, double[] inputs, LstmShape shape, DropoutRule rule)
    {
        var output = bench.Output(inputs.Length);
        new Dropout(TestDevices.Open(device)).Run(bench.Upload(inputs), output.View, shape, rule);
        return Workbench.Read(output);
    }
}
