using GpuJazz.Kernels;
using GpuJazz.Launching;
using GpuJazz.Model;
using GpuJazz.Model.Measuring;
using ILGPU;
using ILGPU.Compiler.Simd;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace GpuJazz.Tests.Kernels;

/// <summary>No kernel of the project runs work-item by work-item on the CPU.</summary>
public sealed class VectorizationTests : IDisposable
{
    // Kernels for warps and for registers of thousands of lanes; that a CPU trains and improvises without them is part of the test.
    private static readonly string[] OnlyForGpus =
        ["DenseLoss", "ResidentLstmBackward", "ResidentLstmForward", "ResidentSolo", "ResidentSolos", "SplitGradient"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_kernel_is_vectorised()
    {
        Assert.NotNull(LaneMachine.Best);
        foreach (var (m, t, h, v) in new[] { (60, 30, 64, 78), (1, 1, 1, 2), (6, 3, 65, 79), (5, 2, 600, 79) }) Run(m, t, h, v);
        var texts = Directory.GetFiles(_folder.Path, "*.cpu*.txt");
        Assert.All(texts, text => Assert.Contains("// vectorised: ", File.ReadAllText(text), StringComparison.Ordinal));
        var written = texts.Select(text => Path.GetFileName(text).Split('.')[0]).ToHashSet();
        Assert.Equal(KernelNames().Except(OnlyForGpus).Order(), written.Order());
    }

    private void Run(int m, int t, int h, int v)
    {
        using var context = Context.Create(builder => builder.CPU().EnableAlgorithms().DumpKernels(_folder.Path));
        using var accelerator = new CPUAccelerator(context, CPUDevice.Default, CPUAcceleratorMode.Auto) { RunsWhatIsRefused = false };
        var shape = new ModelShape(h, v, 2);
        using var update = new TrainingUpdate(accelerator, shape, m, t);
        var settings = new TrainingSettings { Dropout = 0.5, ClipNorm = 1 }.With(OptimizerKind.RmsProp);
        using var other = new TrainingUpdate(accelerator, shape, m, t + 1, settings);
        using var tokens = accelerator.Allocate1D(new int[m * (t + 1)]);
        update.ComputeGradients(tokens.View, tokens.View, m);
        update.Apply(0.01);
        other.ComputeGradients(tokens.View, tokens.View, m);
        other.Apply(0.01);
        var hearing = new ModelShape(h, v, 2, 85);
        using var heard = new TrainingUpdate(accelerator, hearing, m, t);
        heard.ComputeGradients(tokens.View, tokens.View, m, chords: tokens.View);
        using var listener = new Improviser(accelerator, hearing, new float[hearing.ParameterCount]);
        var changes = new HeardChanges(new int[24], new int[12 * v]);
        listener.Improvise(new() { Notes = 2, TopK = 1 }, changes: changes);
        listener.Improvise(new() { Notes = 2, Sampling = SamplingKind.Argmax }, changes: changes);
        using var parts = new TrainingUpdate(accelerator, shape, m, t, isPart: true);
        parts.ComputeGradients(tokens.View, tokens.View, new BatchPart(0, m, m + 1), 1);
        using var epoch = new EpochUpdates(accelerator, other, settings with { Batch = m }, Windows.Draw([new int[t + 2]], m, t + 1, 0), m);
        epoch.Run(new int[m * (t + 1)], new int[m * (t + 1)], [], 0);
        using var longer = new TrainingUpdate(accelerator, hearing, m, t + 1);
        using var heardEpoch = new EpochUpdates(
            accelerator, longer, new() { Batch = m }, Windows.Draw([new int[t + 2]], m, t + 1, 0, [new int[t + 2]]), m);
        heardEpoch.Run(new int[m * (t + 1)], new int[m * (t + 1)], new int[m * (t + 1)], 0);
        using var improviser = new Improviser(accelerator, shape, new float[shape.ParameterCount]);
        improviser.Improvise(new() { Notes = 2, TopK = 1 });
        improviser.Improvise(new() { Notes = 2, Sampling = SamplingKind.Argmax }, [0]);
        improviser.Improvise(new() { Notes = 2, RepetitionPenalty = 2 });
        using var numbers = accelerator.Allocate1D(new float[64]);
        foreach (var options in new[] { ProductOptions.None, ProductOptions.LeftIsTransposed })
            foreach (var precision in Enum.GetValues<Precision>())
                new MatrixProduct(accelerator, usesTensors: true).Run(
                    new(numbers.View, numbers.View, numbers.View, numbers.View), new(8, 8, 8, 8, 8, 8), new(options, precision));
        PeakRate.Measure(accelerator, TimeSpan.Zero);
    }

    [Fact]
    public void So_is_the_kernel_that_makes_the_compiler_ready() =>
        Assert.Equal(LaneMachine.Best!.Lanes, WarmUp.Compile().Lanes);

    // Every class of the project that has a kernel.
    private static IEnumerable<string> KernelNames() => typeof(Adam).Assembly.GetTypes()
        .Where(type => type.GetMethods(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)
            .Any(method => method.Name == "Kernel"))
        .Select(type => type.Name);
}
