using GpuJazz.Kernels;
using GpuJazz.Model;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Kernels;

/// <summary>Rows of chords that are made of parts, and the gradient of the parts' rows, against the plain loops, over the grid's columns.</summary>
public sealed class ChordRowsTests
{
    private const int Seed = 20168;

    [Theory]
    [ClassData(typeof(Grid))]
    public void They_are_the_references(string device, int m, int t, int h, int v)
    {
        // As many chords as a batch has rows, each of up to four parts, and one of none.
        var random = new Random(Seed);
        var (chordCount, columns) = (m * t, 4 * h);
        var table = new ChordTable(
            [[v - 1], .. Enumerable.Range(1, chordCount).Select(chord => Enumerable.Range(0, chord % 5).Select(_ => random.Next(v)).Distinct().ToArray())]);
        var sizes = new WeightGradientShape(table.Chords, v, columns, 0);
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        var (parts, gradients) = (bench.Numbers(v * columns), bench.Numbers(table.Chords * columns));
        var (expected, expectedGradients) = (new double[table.Chords * columns], new double[v * columns]);
        Reference.ChordRows.Run(table.PartsOf, parts, expected);
        Reference.ChordRows.RunGradient(table.PartsOf, gradients, expectedGradients);

        var members = bench.Upload(Array.ConvertAll(table.Members(), value => (double)value));
        var (chords, partGradients) = (bench.Output(expected.Length), bench.Output(expectedGradients.Length));
        var rows = new ChordRows(accelerator);
        rows.Run(members, bench.Upload(parts), bench.Upload(new double[columns]), chords.View, sizes);
        rows.RunGradient(members, bench.Upload(gradients), partGradients.View, sizes);
        Assert.InRange(Workbench.Error(chords, expected), 0, Grid.OneOperation);
        Assert.InRange(Workbench.Error(partGradients, expectedGradients), 0, Grid.OneOperation);
    }
}
