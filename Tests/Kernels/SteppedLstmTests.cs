using GpuJazz.Kernels;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Kernels;

/// <summary>The LSTM by matrix products against the plain loops, at sizes about a tile's and in each precision.</summary>
public sealed class SteppedLstmTests
{
    private const int Seed = 20165;

    public static TheoryData<string, int, int, int, int> Shapes()
    {
        var data = new TheoryData<string, int, int, int, int>();
        foreach (var device in TestDevices.Names)
            foreach (var (m, t, h, v) in new[] { (1, 1, 1, 2), (61, 3, 33, 7), (1, 2, 257, 2), (5, 2, 513, 1000) }) data.Add(device, m, t, h, v);
        return data;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Forward_matches_the_reference(string device, int m, int t, int h, int v)
    {
        var shape = Grid.Shape(m, t, h, v);
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        var tokens = bench.Tokens(shape.Rows, v);
        var parameters = bench.Numbers(ParameterViews.Count(h, v), 1 / Math.Sqrt(h));
        var (gates, cells, hidden) = (new double[shape.Rows * 4 * h], new double[shape.Rows * h], new double[shape.Rows * h]);
        Reference.LstmForward.Run(tokens, new(parameters, h, v), shape, gates, cells, hidden);

        foreach (var precision in Enum.GetValues<Precision>())
        {
            var (gatesOut, cellsOut, hiddenOut) = (bench.Output(gates.Length), bench.Output(cells.Length), bench.Output(hidden.Length));
            new SteppedLstmForward(accelerator, precision).Run(
                new(bench.Upload(tokens), ParameterViews.Of(bench.Upload(parameters), h, v), gatesOut.View, cellsOut.View, hiddenOut.View), shape);
            Assert.InRange(Workbench.Error(gatesOut, gates), 0, Grid.Through(t, precision));
            Assert.InRange(Workbench.Error(cellsOut, cells), 0, Grid.Through(t, precision));
            Assert.InRange(Workbench.Error(hiddenOut, hidden), 0, Grid.Through(t, precision));
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Backward_matches_the_reference(string device, int m, int t, int h, int v)
    {
        var shape = Grid.Shape(m, t, h, v);
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        var recurrent = bench.Numbers(h * 4 * h, 1 / Math.Sqrt(h));
        var (cells, hiddenGradients) = (bench.Numbers(shape.Rows * h), bench.Numbers(shape.Rows * h));
        var gates = bench.Gates(shape.Rows, h);
        var reference = new double[gates.Length];
        Reference.LstmBackward.Run(recurrent, gates, cells, hiddenGradients, shape, reference);

        foreach (var precision in Enum.GetValues<Precision>())
        {
            var output = bench.Output(reference.Length);
            new SteppedLstmBackward(accelerator, precision).Run(
                new(
                    bench.Upload(recurrent),
                    bench.Upload(Workbench.Transposed(recurrent, h, 4 * h)),
                    bench.Upload(gates),
                    bench.Upload(cells),
                    bench.Upload(hiddenGradients),
                    output.View,
                    bench.Output(cells.Length).View),
                shape);
            Assert.InRange(Workbench.Error(output, reference), 0, Grid.Through(t, precision));
        }
    }
}
