using GpuJazz.Kernels;
using ILGPU.Runtime;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Kernels;

/// <summary>Dense layer, loss and their gradients in one launch against the plain loops, wherever the launch is the way.</summary>
public sealed class DenseLossTests
{
    private const int Seed = 20167;

    [Theory]
    [ClassData(typeof(Grid))]
    public void Loss_and_gradients_match_the_reference(string device, int m, int t, int h, int v)
    {
        var shape = Grid.Shape(m, t, h, v);
        var accelerator = TestDevices.Open(device);
        var denseLoss = new DenseLoss(accelerator);
        if (accelerator.AcceleratorType == AcceleratorType.CPU)
        {
            Assert.False(denseLoss.Suits(h, v));
            return;
        }

        Assert.Equal(h < 300, denseLoss.Suits(h, v));
        if (!denseLoss.Suits(h, v)) return;
        using var bench = new Workbench(accelerator, Seed);
        var inputs = bench.Numbers(shape.Rows * h);
        var parameters = bench.Numbers(ParameterViews.Count(h, v));
        var (weights, bias) = (parameters[^((h + 1) * v)..^v], parameters[^v..]);
        var targets = bench.Tokens(shape.Rows, v);
        var slopes = new double[shape.Rows * v];
        Reference.Dense.Run(inputs, new(parameters, h, v), slopes, shape.Rows);
        var (losses, hits) = (new double[shape.Rows], new int[shape.Rows]);
        Reference.SoftmaxCrossEntropy.Run(slopes, targets, shape, losses, hits);
        var inputGradients = new double[shape.Rows * h];
        Reference.InputGradient.Run(slopes, weights, inputGradients, shape.Rows, h, v);

        var (slopesOut, gradientsOut) = (bench.Output(slopes.Length), bench.Output(inputGradients.Length));
        var (lossesOut, hitsOut) = (bench.Output(losses.Length), bench.IntOutput(hits.Length));
        denseLoss.Run(
            new(
                bench.Upload(inputs),
                bench.Upload(weights),
                bench.Upload(bias),
                bench.Upload(targets),
                slopesOut.View,
                gradientsOut.View,
                lossesOut.View,
                hitsOut.View),
            shape);

        Assert.InRange(Workbench.Error(slopesOut, slopes), 0, Grid.OneOperation);
        Assert.InRange(Workbench.Error(gradientsOut, inputGradients), 0, Grid.OneOperation);
        Assert.InRange(Workbench.Error(lossesOut, losses), 0, Grid.OneOperation);
        Assert.Equal(hits, Workbench.Read(hitsOut));
    }
}
