using GpuJazz.Kernels;
using ILGPU;
using ILGPU.Runtime;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Kernels;

/// <summary>Each kernel against the plain loops beside it, over the grid.</summary>
public sealed class OperationTests
{
    private const int Seed = 20161;

    public static TheoryData<string> Devices => [.. TestDevices.Names];

    [Theory]
    [ClassData(typeof(Grid))]
    [ClassData(typeof(WideGrid))]
    public void Forward_matches_the_reference(string device, int m, int t, int h, int v)
    {
        var shape = Grid.Shape(m, t, h, v);
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        var tokens = bench.Tokens(shape.Rows, v);
        var parameters = bench.Numbers(ParameterViews.Count(h, v), 0.3);
        var (gates, cells, hidden) = (new double[shape.Rows * 4 * h], new double[shape.Rows * h], new double[shape.Rows * h]);
        Reference.LstmForward.Run(tokens, new(parameters, h, v), shape, gates, cells, hidden);

        var (gatesOut, cellsOut, hiddenOut) = (bench.Output(gates.Length), bench.Output(cells.Length), bench.Output(hidden.Length));
        new LstmForward(accelerator).Run(
            new(bench.Upload(tokens), ParameterViews.Of(bench.Upload(parameters), h, v), gatesOut.View, cellsOut.View, hiddenOut.View), shape);

        Assert.InRange(Workbench.Error(gatesOut, gates), 0, Grid.Through(t));
        Assert.InRange(Workbench.Error(cellsOut, cells), 0, Grid.Through(t));
        Assert.InRange(Workbench.Error(hiddenOut, hidden), 0, Grid.Through(t));
    }

    [Theory]
    [ClassData(typeof(Grid))]
    [ClassData(typeof(WideGrid))]
    public void Backward_matches_the_reference(string device, int m, int t, int h, int v)
    {
        var shape = Grid.Shape(m, t, h, v);
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        var recurrent = bench.Numbers(h * 4 * h, 0.3);
        var cells = bench.Numbers(shape.Rows * h);
        var hiddenGradients = bench.Numbers(shape.Rows * h);
        var gates = bench.Gates(shape.Rows, h);
        var reference = new double[gates.Length];
        Reference.LstmBackward.Run(recurrent, gates, cells, hiddenGradients, shape, reference);

        var output = bench.Output(reference.Length);
        new LstmBackward(accelerator).Run(
            new(
                bench.Upload(recurrent),
                bench.Upload(Workbench.Transposed(recurrent, h, 4 * h)),
                bench.Upload(gates),
                bench.Upload(cells),
                bench.Upload(hiddenGradients),
                output.View,
                bench.Output(cells.Length).View),
            shape);

        Assert.InRange(Workbench.Error(output, reference), 0, Grid.Through(t));
    }

    [Theory]
    [ClassData(typeof(Grid))]
    public void Softmax_cross_entropy_matches_the_reference(string device, int m, int t, int h, int v)
    {
        var shape = Grid.Shape(m, t, h, v);
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        var logits = bench.Numbers(shape.Rows * v, 3);
        var targets = bench.Tokens(shape.Rows, v);
        var logitView = bench.Upload(logits);
        var (losses, hits) = (new double[shape.Rows], new int[shape.Rows]);
        Reference.SoftmaxCrossEntropy.Run(logits, targets, shape, losses, hits);

        var (lossesOut, hitsOut) = (bench.Output(losses.Length), bench.IntOutput(hits.Length));
        new SoftmaxCrossEntropy(accelerator).Run(new(logitView, bench.Upload(targets), lossesOut.View, hitsOut.View), shape);

        accelerator.Synchronize();
        Assert.InRange(Workbench.Error(Read(logitView), logits), 0, Grid.OneOperation);
        Assert.InRange(Workbench.Error(lossesOut, losses), 0, Grid.OneOperation);
        Assert.Equal(hits, Workbench.Read(hitsOut));
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void The_first_of_equal_logits_is_the_likeliest(string device)
    {
        // A row for each token as the target; two tokens lead, far enough apart for two work-items, or for one in two strides.
        const int V = 67;
        var shape = Grid.Shape(V, 1, 1, V);
        var accelerator = TestDevices.Open(device);
        foreach (var (lower, higher) in new[] { (3, 5), (5, 21), (18, 19), (0, 66), (30, 33) })
        {
            using var bench = new Workbench(accelerator, Seed);
            var logits = new double[V * V];
            for (var row = 0; row < V; row++) logits[row * V + lower] = logits[row * V + higher] = 2;
            var hits = bench.IntOutput(V);
            new SoftmaxCrossEntropy(accelerator).Run(
                new(bench.Upload(logits), bench.Upload([.. Enumerable.Range(0, V)]), bench.Output(V).View, hits.View), shape);
            Assert.Equal(Enumerable.Range(0, V).Select(row => row == lower ? 1 : 0), Workbench.Read(hits));
        }
    }

    [Theory]
    [ClassData(typeof(Grid))]
    public void Adam_matches_the_reference_over_three_updates(string device, int m, int t, int h, int v)
    {
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        var count = m * t * (h + v);
        var parameters = bench.Numbers(count);
        var gradients = bench.Numbers(count);
        var (first, second) = (new double[count], new double[count]);
        var (p, g) = (bench.Upload(parameters), bench.Upload(gradients));
        var (mView, vView) = (bench.Upload(first), bench.Upload(second));

        var adam = new Adam(accelerator);
        for (var update = 1; update <= 3; update++)
        {
            var stepSize = Adam.StepSize(0.01, 0.01, update);
            Reference.Adam.Run(parameters, gradients, first, second, stepSize);
            adam.Run(new(p, g, mView, vView), (float)stepSize);
        }

        accelerator.Synchronize();
        Assert.InRange(Workbench.Error(Read(p), parameters), 0, Grid.OneOperation);
        Assert.InRange(Workbench.Error(Read(mView), first), 0, Grid.OneOperation);
        Assert.InRange(Workbench.Error(Read(vView), second), 0, Grid.OneOperation);
    }

    [Theory]
    [ClassData(typeof(Grid))]
    public void Step_metrics_add_up_over_two_batches(string device, int m, int t, int h, int v)
    {
        var shape = Grid.Shape(m, t, h, v);
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        var (lossSums, hitSums) = (new double[t], new int[t]);
        var (lossView, hitView) = (bench.Upload(lossSums), bench.Upload(hitSums));
        for (var batch = 0; batch < 2; batch++)
        {
            var losses = bench.Numbers(shape.Rows);
            var hits = bench.Tokens(shape.Rows, 2);
            Reference.StepMetrics.Run(losses, hits, shape, lossSums, hitSums);
            new StepMetrics(accelerator).Run(new(bench.Upload(losses), bench.Upload(hits), lossView, hitView), shape);
        }

        accelerator.Synchronize();
        Assert.InRange(Workbench.Error(Read(lossView), lossSums), 0, Grid.OneOperation);
        var sums = new int[t];
        hitView.CopyToCPU(sums);
        Assert.Equal(hitSums, sums);
    }

    private static float[] Read(ArrayView<float> view)
    {
        var values = new float[view.Length];
        view.CopyToCPU(values);
        return values;
    }
}
