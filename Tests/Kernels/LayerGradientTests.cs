using GpuJazz.Kernels;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Kernels;

/// <summary>The gradients of the layers' inputs, weights, biases and embeddings against the plain loops, over the grid.</summary>
public sealed class LayerGradientTests
{
    private const int Seed = 20162;

    [Theory]
    [ClassData(typeof(Grid))]
    public void Input_gradient_matches_the_reference(string device, int m, int t, int h, int v)
    {
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        var outputGradients = bench.Numbers(m * t * v);
        var weights = bench.Numbers(h * v);
        var reference = new double[m * t * h];
        Reference.InputGradient.Run(outputGradients, weights, reference, m * t, h, v);

        var output = bench.Output(reference.Length);
        new InputGradient(accelerator).Run(
            bench.Upload(outputGradients), bench.Upload(Workbench.Transposed(weights, h, v)), output.View, m * t, h, v);

        Assert.InRange(Workbench.Error(output, reference), 0, Grid.OneOperation);
    }

    [Theory]
    [ClassData(typeof(Grid))]
    public void Weight_gradient_matches_the_reference_with_and_without_a_shift(string device, int m, int t, int h, int v)
    {
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        var inputs = bench.Numbers(m * t * h);
        var outputGradients = bench.Numbers(m * t * v);
        foreach (var shape in new WeightGradientShape[] { new(m * t, h, v, 0), new(m * (t - 1), h, v, m) })
        {
            var reference = new double[h * v];
            Reference.WeightGradient.Run(inputs, outputGradients, reference, shape);

            var output = bench.Output(reference.Length);
            new WeightGradient(accelerator).Run(bench.Upload(inputs), bench.Upload(outputGradients), output.View, shape);

            Assert.InRange(Workbench.Error(output, reference), 0, Grid.OneOperation);
        }
    }

    [Theory]
    [ClassData(typeof(Grid))]
    public void Bias_gradient_matches_the_reference(string device, int m, int t, int h, int v)
    {
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        foreach (var columns in new[] { 4 * h, v })
        {
            var outputGradients = bench.Numbers(m * t * columns);
            var reference = new double[columns];
            Reference.BiasGradient.Run(outputGradients, reference, m * t, columns);

            var output = bench.Output(reference.Length);
            new BiasGradient(accelerator).Run(bench.Upload(outputGradients), output.View, m * t, columns);

            Assert.InRange(Workbench.Error(output, reference), 0, Grid.OneOperation);
        }
    }

    [Theory]
    [ClassData(typeof(Grid))]
    public void Layer_gradient_is_that_of_weights_and_bias_and_can_be_added_to(string device, int m, int t, int h, int v)
    {
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        var inputs = bench.Numbers(m * t * h);
        var outputGradients = bench.Numbers(m * t * v);
        foreach (var shape in new WeightGradientShape[] { new(m * t, h, v, 0), new(m * (t - 1), h, v, m) })
        {
            var (weights, bias) = (new double[h * v], new double[v]);
            Reference.WeightGradient.Run(inputs, outputGradients, weights, shape);
            Reference.BiasGradient.Run(outputGradients, bias, m * t, v);
            double[] reference = [.. weights, .. bias];

            var output = bench.Output(reference.Length);
            var gradient = new LayerGradient(accelerator);
            var (x, dy) = (bench.Upload(inputs), bench.Upload(outputGradients));
            gradient.Run(x, dy, output.View, shape);
            Assert.InRange(Workbench.Error(output, reference), 0, Grid.OneOperation);

            gradient.Run(x, dy, output.View, shape, adds: true);
            Assert.InRange(Workbench.Error(output, [.. reference.Select(each => 2 * each)]), 0, Grid.OneOperation);
        }
    }

    [Theory]
    [ClassData(typeof(Grid))]
    public void Embedding_gradient_matches_the_reference(string device, int m, int t, int h, int v)
    {
        var shape = Grid.Shape(m, t, h, v);
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        var tokens = bench.Tokens(shape.Rows, v);
        var gateGradients = bench.Numbers(shape.Rows * shape.Gates);
        var reference = new double[v * shape.Gates];
        Reference.EmbeddingGradient.Run(tokens, gateGradients, reference, shape);

        var output = bench.Output(reference.Length);
        new EmbeddingGradient(accelerator).Run(bench.Upload(tokens), bench.Upload(gateGradients), output.View, shape);

        Assert.InRange(Workbench.Error(output, reference), 0, Grid.OneOperation);
    }
}
