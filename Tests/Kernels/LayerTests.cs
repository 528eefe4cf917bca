using GpuJazz.Kernels;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Kernels;

/// <summary>The dense layer and the transposition that its gradient needs against the plain loops, over the grid.</summary>
public sealed class LayerTests
{
    private const int Seed = 20163;

    [Theory]
    [ClassData(typeof(Grid))]
    public void Dense_matches_the_reference(string device, int m, int t, int h, int v)
    {
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        var inputs = bench.Numbers(m * t * h);
        var parameters = bench.Numbers(ParameterViews.Count(h, v));
        var reference = new double[m * t * v];
        Reference.Dense.Run(inputs, new(parameters, h, v), reference, m * t);

        var output = bench.Output(reference.Length);
        var views = ParameterViews.Of(bench.Upload(parameters), h, v);
        new Dense(accelerator).Run(new(bench.Upload(inputs), views.DenseKernel, views.DenseBias, output.View), m * t, h, v);

        Assert.InRange(Workbench.Error(output, reference), 0, Grid.OneOperation);
    }

    [Theory]
    [ClassData(typeof(Grid))]
    public void Transpose_is_exact(string device, int m, int t, int h, int v)
    {
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        foreach (var (rows, columns) in new[] { (h, v), (m * t, h) })
        {
            var matrix = bench.Numbers(rows * columns);
            var output = bench.Output(matrix.Length);
            new Transpose(accelerator).Run(bench.Upload(matrix), output.View, rows, columns);
            Assert.Equal(Array.ConvertAll(Workbench.Transposed(matrix, rows, columns), value => (float)value), Workbench.Read(output));
        }
    }
}
