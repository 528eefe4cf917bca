using GpuJazz.Model;
using GpuJazz.Tests.Kernels;
using ILGPU.Runtime;
using Grid = GpuJazz.Tests.Kernels.Grid;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Model;

/// <summary>Models whose chords are made of parts: an update, a loss and solos against a model with a row for each chord, and their files.</summary>
public sealed class ChordTableTests : IDisposable
{
    private const int Seed = 1969;
    private static readonly ChordTable Table = new([[0, 3], [1, 3, 4], [0, 1, 2], []]);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_table_says_which_parts_a_chord_has()
    {
        Assert.Equal((4, 5), (Table.Chords, Table.Parts));
        Assert.Equal([1, 0, 0, 1, 0, 0, 1, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], Table.Members());
        Assert.Equal(Table, new ChordTable([[3, 0], [4, 3, 1], [2, 1, 0], []]));
        Assert.Equal(Table.GetHashCode(), new ChordTable([[3, 0], [4, 3, 1], [2, 1, 0], []]).GetHashCode());
        Assert.NotEqual(Table, new ChordTable([[0, 3], [1, 3, 4], [0, 2], []]));
        Assert.NotEqual(Table, new ChordTable([[0, 3], [1, 3, 4], [0, 1, 2]]));
        Assert.Throws<ModelException>(() => new ChordTable([[], []]));
        Assert.Throws<ModelException>(() => new ChordTable([[0, -1]]));
        Assert.Throws<ModelException>(() => new ChordTable([[0, 0]]));
        Assert.Throws<ModelException>(() => new ChordTable([[ChordTable.MostParts]]));
        Assert.Throws<ModelException>(() => new ModelShape(5, 10, 1, 3, Table));
    }

    [Fact]
    public void There_is_a_row_for_each_part()
    {
        var shape = new ModelShape(5, 10, 2, 4, Table);
        Assert.Equal(new ModelShape(5, 10, 2).ParameterCount + (5 * 20), shape.ParameterCount);
        Assert.Equal([5, 20], shape.ChordKernel!.Shape);
        Assert.Equal(shape, new ModelShape(5, 10, 2, 4, new ChordTable(Table.PartsOf)));
        Assert.NotEqual(shape, new ModelShape(5, 10, 2, 4));
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 65)]
    public void An_update_a_loss_and_solos_are_those_of_the_chords_rows_added_up(int layers, int hidden)
    {
        foreach (var device in TestDevices.Names) Check(device, layers, hidden);
    }

    private static void Check(string device, int layers, int hidden)
    {
        const int v = 11, m = 3, t = 5;
        var (shape, whole, parts) = (Grid.Shape(m, t, hidden, v), new ModelShape(hidden, v, layers, 4), new ModelShape(hidden, v, layers, 4, Table));
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        var (inputs, targets, chords) = (bench.Tokens(shape.Rows, v), bench.Tokens(shape.Rows, v), bench.Tokens(shape.Rows, 4));
        var own = bench.Numbers(parts.ParameterCount, 0.3);
        var start = parts.ChordKernel!.Offset;
        var rows = new double[whole.ChordKernel!.Length];
        Reference.ChordRows.Run(Table.PartsOf, own.AsSpan(start), rows);
        double[] expanded = [.. own[..start], .. rows];
        var slopes = new double[expanded.Length];
        new Reference.TrainingUpdate(shape, layers).Gradients(inputs, targets, expanded, slopes, chords: chords);
        var expected = new double[own.Length];
        slopes.AsSpan(0, start).CopyTo(expected);
        Reference.ChordRows.RunGradient(Table.PartsOf, slopes.AsSpan(start), expected.AsSpan(start));

        using var update = new TrainingUpdate(accelerator, parts, m, t);
        update.Buffers.Parameters.CopyFromCPU(Array.ConvertAll(own, value => (float)value));
        update.ComputeGradients(bench.Upload(inputs), bench.Upload(targets), m, chords: bench.Upload(chords));
        Assert.InRange(Workbench.Error(Workbench.Read(update.Buffers.Gradients), expected), 0, Grid.ThroughTime);

        int[][] tunes = [[.. inputs.Where(token => token >= 0)]];
        int[][] under = [[.. tunes[0].Select((_, i) => (i % 5) - 1)]];
        Assert.Equal(LossOf(accelerator, whole, expanded, tunes, under), LossOf(accelerator, parts, own, tunes, under), 1e-5);
        Assert.Equal(SolosOf(accelerator, whole, expanded), SolosOf(accelerator, parts, own));
    }

    [Fact]
    public void A_file_keeps_the_table_and_one_without_is_read_as_before()
    {
        var state = State(new ModelShape(5, 10, 1, 4, Table));
        Checkpoint.Write(folder.File("model"), state);
        Assert.Equal(state.Shape, Checkpoint.Read(folder.File("model")).Shape);
        using (var stream = File.OpenRead(folder.File("model")))
        {
            var file = SafetensorsFile.Read(stream);
            Assert.Equal(("4", "4", "[[0,3],[1,3,4],[0,1,2],[]]"), (file.Metadata["format_version"], file.Metadata["chords"], file.Metadata["chord_parts"]));
        }

        Checkpoint.Write(folder.File("before"), State(new ModelShape(5, 10, 1, 4)));
        Assert.Null(Checkpoint.Read(folder.File("before")).Shape.ChordTable);
    }

    private static ModelState State(ModelShape shape) =>
        new(shape, Initializers.Create(shape, Seed), null, 1, new TrainingSettings(), new Dictionary<string, string>());

    private static double LossOf(Accelerator accelerator, ModelShape shape, double[] parameters, int[][] tunes, int[][] chords)
    {
        using var buffer = accelerator.Allocate1D(Array.ConvertAll(parameters, value => (float)value));
        using var loss = new HeldOutLoss(accelerator, shape, tunes, chords);
        return loss.Of(buffer.View).Mean;
    }

    private static int[][] SolosOf(Accelerator accelerator, ModelShape shape, double[] parameters)
    {
        using var improviser = new Improviser(accelerator, shape, Array.ConvertAll(parameters, value => (float)value));
        return improviser.Improvise(new() { Count = 3, Notes = 12, Seed = 2 }, changes: new HeardChanges([0, 1, 2, 3, -1, 1], [.. Enumerable.Repeat(1, shape.Vocabulary)]));
    }
}
