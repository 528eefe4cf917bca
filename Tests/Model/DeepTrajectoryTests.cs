using System.Text.Json;
using System.Text.Json.Nodes;
using GpuJazz.Kernels;
using GpuJazz.Model;
using GpuJazz.Tests.Kernels;
using ILGPU.Runtime;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Model;

/// <summary>
/// Training of several layers, with dropout, clipping and both optimisers, against runs that PyTorch made in double precision:
/// <c>Golden/deep-trajectory.py</c> says how.
/// </summary>
public sealed class DeepTrajectoryTests
{
    private static readonly JsonArray Golden =
        JsonNode.Parse(File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "Tests", "Golden", "deep-trajectory.json")))!.AsArray();

    public static TheoryData<int> Runs => [.. Enumerable.Range(0, Golden.Count)];

    public static TheoryData<string, int> RunsByDevice()
    {
        var data = new TheoryData<string, int>();
        foreach (var device in TestDevices.Names)
            for (var run = 0; run < Golden.Count; run++)
                data.Add(device, run);
        return data;
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Reference_follows_the_golden_run(int run)
    {
        var (shape, model, settings, expected) = Read(run);
        var (inputs, targets) = Trajectory.FormulaBatch(shape);
        var parameters = StartingParameters(model);
        var (gradients, first, second) = (new double[parameters.Length], new double[parameters.Length], new double[parameters.Length]);
        var update = new Reference.TrainingUpdate(shape, model.Layers, new((float)settings.Dropout, (uint)settings.Seed, 0, 0));
        for (var k = 0; k < expected.Length; k++)
        {
            Trajectory.AssertClose(expected[k], update.Gradients(inputs, targets, parameters, gradients, (uint)k + 1), 1e-9);
            Trajectory.AssertClose(Numbers(run, "gradient_norm")[k], Math.Sqrt(gradients.Sum(value => value * value)), 1e-9);
            if (k == expected.Length - 1) break;
            if (settings.ClipNorm > 0) Reference.GradientClipping.Run(gradients, settings.ClipNorm);
            if (settings.Optimizer == OptimizerKind.Adam) Reference.Adam.Run(parameters, gradients, first, second, settings.StepSize(k + 1));
            else Reference.RmsProp.Run(parameters, gradients, second, settings.StepSize(k + 1));
        }

        Trajectory.AssertClose((double)Golden[run]!["parameter_sum"]!, parameters.Sum(), 1e-8);
        Trajectory.AssertClose((double)Golden[run]!["parameter_square_sum"]!, parameters.Sum(value => value * value), 1e-9);
    }

    [Theory]
    [MemberData(nameof(RunsByDevice))]
    public void Kernels_follow_the_golden_run(string device, int run)
    {
        var (shape, model, settings, expected) = Read(run);
        var (inputs, targets) = Trajectory.FormulaBatch(shape);
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, 0);
        var (inputView, targetView) = (bench.Upload(inputs), bench.Upload(targets));
        using var update = new TrainingUpdate(accelerator, model, shape.Sequences, shape.Steps, settings);
        update.Buffers.Parameters.CopyFromCPU(Array.ConvertAll(StartingParameters(model), value => (float)value));
        for (var k = 0; k < expected.Length; k++)
        {
            update.Buffers.LossSums.MemSetToZero();
            update.ComputeGradients(inputView, targetView, shape.Sequences, k + 1);
            Trajectory.AssertClose(expected[k], Workbench.Read(update.Buffers.LossSums).Sum(sum => (double)sum / shape.Sequences), 1e-4);
            if (k < expected.Length - 1) update.Apply(settings.StepSize(k + 1));
        }
    }

    private static (LstmShape Shape, ModelShape Model, TrainingSettings Settings, double[] Losses) Read(int run)
    {
        var json = Golden[run]!;
        var shape = new LstmShape((int)json["m"]!, (int)json["T"]!, (int)json["H"]!, (int)json["V"]!);
        var settings = new TrainingSettings
        {
            Optimizer = json["optimizer"].Deserialize<OptimizerKind>(),
            LearningRate = (double)json["learning_rate"]!,
            Decay = (double)json["decay"]!,
            Dropout = (double)json["dropout"]!,
            ClipNorm = (double)json["clip_norm"]!,
            Seed = (int)json["seed"]!,
        };
        return (shape, new ModelShape(shape.Hidden, shape.Vocabulary, (int)json["layers"]!), settings, Numbers(run, "loss"));
    }

    private static double[] Numbers(int run, string name) => [.. Golden[run]![name]!.AsArray().Select(number => (double)number!)];

    private static double[] StartingParameters(ModelShape model) =>
        [.. Enumerable.Range(0, model.ParameterCount).Select(q => 0.3 * Math.Sin(0.37 * q))];
}
