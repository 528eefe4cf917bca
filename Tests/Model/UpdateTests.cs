using GpuJazz.Kernels;
using GpuJazz.Model;
using GpuJazz.Tests.Kernels;
using ILGPU.Runtime;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Model;

/// <summary>All launches of an update, one after the other, against the same program in plain loops, over the grid.</summary>
public sealed class UpdateTests
{
    private const int Seed = 1968;

    public static TheoryData<string, int, int, int, int, int> Deep()
    {
        var data = new TheoryData<string, int, int, int, int, int>();
        foreach (var device in TestDevices.Names)
        {
            data.Add(device, 1, 1, 1, 2, 3);
            data.Add(device, 61, 30, 63, 79, 2);
            data.Add(device, 5, 7, 65, 2, 3);
            data.Add(device, 6, 3, 300, 79, 2);
        }

        return data;
    }

    [Theory]
    [ClassData(typeof(Grid))]
    public void An_update_is_the_references(string device, int m, int t, int h, int v) => Check(device, m, t, h, v, layers: 1);

    [Theory]
    [MemberData(nameof(Deep))]
    public void Dropout_clipping_and_rmsprop_are_the_references(string device, int m, int t, int h, int v, int layers)
    {
        var (shape, model) = (Grid.Shape(m, t, h, v), new ModelShape(h, v, layers));
        var settings = new TrainingSettings { Dropout = 0.25, ClipNorm = 0.01, Seed = 5 }.With(OptimizerKind.RmsProp);
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        var (inputs, targets) = (bench.Tokens(shape.Rows, v), bench.Tokens(shape.Rows, v));
        var initial = Initializers.Create(model, Seed);
        var gradients = new double[initial.Length];
        new Reference.TrainingUpdate(shape, layers, new(0.25f, 5, 0, 0))
            .Gradients(inputs, targets, Array.ConvertAll(initial, value => (double)value), gradients, number: 3);
        Reference.GradientClipping.Run(gradients, settings.ClipNorm);

        using var update = new TrainingUpdate(accelerator, model, m, t, settings);
        update.Buffers.Parameters.CopyFromCPU(initial);
        update.ComputeGradients(bench.Upload(inputs), bench.Upload(targets), m, number: 3);
        update.Apply(settings.StepSize(3));

        var own = Workbench.Read(update.Buffers.Gradients);
        Assert.InRange(Workbench.Error(own, gradients), 0, Grid.ThroughTime);
        Assert.InRange(
            Workbench.Error(Workbench.Read(update.Buffers.SecondMoments), Array.ConvertAll(gradients, value => 0.1 * value * value)), 0, 2 * Grid.ThroughTime);
        Assert.True(gradients.Sum(value => value * value) <= 1.0001 * settings.ClipNorm * settings.ClipNorm);
    }

    [Theory]
    [MemberData(nameof(Deep))]
    public void An_update_of_several_layers_is_the_references(string device, int m, int t, int h, int v, int layers) =>
        Check(device, m, t, h, v, layers);

    [Theory]
    [MemberData(nameof(Deep))]
    public void An_update_of_a_model_that_hears_chords_is_the_references(string device, int m, int t, int h, int v, int layers)
    {
        Check(device, m, t, h, v, layers, chordCount: 85);
        Check(device, m, t, h, v, layers: 1, chordCount: 2);
    }

    private static void Check(string device, int m, int t, int h, int v, int layers, int chordCount = 0)
    {
        var (shape, model) = (Grid.Shape(m, t, h, v), new ModelShape(h, v, layers, chordCount));
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, Seed);
        var (inputs, targets) = (bench.Tokens(shape.Rows, v), bench.Tokens(shape.Rows, v));
        var chords = chordCount > 0 ? bench.Tokens(shape.Rows, chordCount) : [];
        var initial = Initializers.Create(model, Seed);

        // Chords' rows begin at zero, where a mistake in reading them would not show.
        foreach (ref var value in initial.AsSpan(ParameterViews.Count(h, v, layers))) value = (float)bench.Numbers(1, 0.3)[0];
        var parameters = Array.ConvertAll(initial, value => (double)value);
        var (gradients, first, second) = (new double[parameters.Length], new double[parameters.Length], new double[parameters.Length]);
        var reference = new Reference.TrainingUpdate(shape, layers);
        reference.Gradients(inputs, targets, parameters, gradients, chords: chords);
        Reference.Adam.Run(parameters, gradients, first, second, Adam.StepSize(0.01, 0, 1));

        using var update = new TrainingUpdate(accelerator, model, m, t);
        update.Buffers.Parameters.CopyFromCPU(initial);
        update.ComputeGradients(bench.Upload(inputs), bench.Upload(targets), m, chords: chordCount > 0 ? bench.Upload(chords) : default);
        update.Apply(Adam.StepSize(0.01, 0, 1));

        var (own, losses) = (Workbench.Read(update.Buffers.Gradients), Workbench.Read(update.Buffers.LossSums));
        Assert.InRange(Workbench.Error(own, gradients), 0, Grid.ThroughTime);
        foreach (var tensor in model.Tensors)
        {
            // A tensor by itself may be a small sum of large numbers: a bias of two tokens that nearly balance.
            var error = Workbench.Error(tensor.In(own).ToArray(), gradients[tensor.Offset..tensor.End]);
            Assert.True(error <= 1e-4, $"the gradient of {tensor.Name} is off by {error:E2}");
        }

        Assert.InRange(Workbench.Error(losses, Array.ConvertAll(reference.StepLosses(), loss => loss * m)), 0, Grid.ThroughTime);
        Assert.Equal(reference.StepAccuracies(), Workbench.Read(update.Buffers.HitSums).Select(hits => hits / (double)m), (a, b) => Math.Abs(a - b) < 1e-9);

        Assert.InRange(Workbench.Error(Workbench.Read(update.Buffers.FirstMoments), first), 0, Grid.ThroughTime);
        Assert.InRange(Workbench.Error(Workbench.Read(update.Buffers.SecondMoments), second), 0, 2 * Grid.ThroughTime);
    }
}
