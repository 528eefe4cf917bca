using GpuJazz.Kernels;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Kernels;

/// <summary>A token's row and a chord's row, and what the LSTM makes of them, against the plain loops, over the grid.</summary>
public sealed class ChordInputTests
{
    private const int Seed = 20167;
    private const int Chords = 85;

    [Theory]
    [ClassData(typeof(Grid))]
    public void It_is_the_reference_and_the_lstm_takes_it_for_its_tokens(string device, int m, int t, int h, int v)
    {
        var shape = Grid.Shape(m, t, h, v);
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        var (tokens, chords) = (bench.Tokens(shape.Rows, v), bench.Tokens(shape.Rows, Chords));
        var parameters = bench.Numbers(ParameterViews.Count(h, v) + (Chords * shape.Gates), 0.3);
        var weights = new Reference.Parameters(parameters, h, v);
        var products = new double[shape.Rows * shape.Gates];
        Reference.ChordInput.Run(tokens, chords, weights.Kernel, weights.ChordKernel, products, shape);
        var (gates, cells, hidden) = (new double[shape.Rows * 4 * h], new double[shape.Rows * h], new double[shape.Rows * h]);
        Reference.LstmForward.Run(tokens, weights, shape, gates, cells, hidden, chords);

        var flat = bench.Upload(parameters);
        var views = ParameterViews.Of(flat, h, v);
        var output = bench.Output(products.Length);
        new ChordInput(accelerator).Run(
            new(bench.Upload(tokens), bench.Upload(chords), views.Kernel, ParameterViews.ChordKernel(flat, h, v, 1, Chords), output.View), shape);
        Assert.Equal(Array.ConvertAll(products, value => (float)value), Workbench.Read(output));

        var rows = bench.Upload([.. Enumerable.Range(0, shape.Rows)]);
        foreach (var precision in new[] { Precision.Fp32, Precision.Tf32 })
        {
            var hiddenOut = bench.Output(hidden.Length);
            new LstmForward(accelerator, precision).Run(
                new(rows, views with { Kernel = output.View }, bench.Output(gates.Length).View, bench.Output(cells.Length).View, hiddenOut.View), shape);
            Assert.InRange(Workbench.Error(hiddenOut, hidden), 0, Grid.Through(t, precision));
        }
    }
}
