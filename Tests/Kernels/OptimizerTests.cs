using GpuJazz.Kernels;
using ILGPU.Runtime;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Kernels;

/// <summary>Optimisers and what is done to a gradient before them, against the plain loops, over lengths just off those of groups.</summary>
public sealed class OptimizerTests
{
    private const int Seed = 2016;

    public static TheoryData<string, int> Lengths()
    {
        var data = new TheoryData<string, int>();
        foreach (var device in TestDevices.Names)
            foreach (var length in new[] { 1, 63, 4097, 41_678 })
                data.Add(device, length);
        return data;
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void RmsProp_matches_the_reference_over_three_updates(string device, int count)
    {
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        var (parameters, gradients, squares) = (bench.Numbers(count), bench.Numbers(count), new double[count]);
        var (p, g, v) = (bench.Output(count), bench.Upload(gradients), bench.Output(count));
        p.CopyFromCPU(Array.ConvertAll(parameters, value => (float)value));
        v.CopyFromCPU(new float[count]);
        var rmsProp = new RmsProp(accelerator);
        for (var update = 1; update <= 3; update++)
        {
            var stepSize = RmsProp.StepSize(0.01, 0.5, update);
            Reference.RmsProp.Run(parameters, gradients, squares, stepSize);
            rmsProp.Run(new(p.View, g, v.View), (float)stepSize);
        }

        Assert.Equal(0.005, RmsProp.StepSize(0.01, 0.5, 3));
        Assert.InRange(Workbench.Error(p, parameters), 0, Grid.OneOperation);
        Assert.InRange(Workbench.Error(v, squares), 0, Grid.OneOperation);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Clipping_matches_the_reference_and_leaves_short_gradients_as_they_are(string device, int count)
    {
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        var gradients = bench.Numbers(count);
        var norm = Math.Sqrt(gradients.Sum(value => value * value));
        foreach (var limit in new[] { norm / 3, norm * 3 })
        {
            var (reference, g, sums) = (gradients.ToArray(), bench.Output(count), bench.Output(SquareSums.Count));
            g.CopyFromCPU(Array.ConvertAll(gradients, value => (float)value));
            Reference.GradientClipping.Run(reference, limit);
            new SquareSums(accelerator).Run(g.View, sums.View);
            new GradientClipping(accelerator).Run(g.View, sums.View, (float)limit);
            Assert.InRange(Workbench.Error(g, reference), 0, Grid.OneOperation);
            if (limit > norm) Assert.Equal(Array.ConvertAll(gradients, value => (float)value), Workbench.Read(g));
        }
    }
}
