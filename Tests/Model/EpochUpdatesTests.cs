using GpuJazz.Kernels;
using GpuJazz.Model;
using GpuJazz.Tests.Kernels;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace GpuJazz.Tests.Model;

/// <summary>Updates by launches that are the same each time, beside updates that are told what differs.</summary>
public sealed class EpochUpdatesTests
{
    private const int Epochs = 3;

    private static readonly ModelShape Shape = new(7, 10, 2);

    // Batches of 3, 3 and 2; two sequences at once are parts of 2 and 1.
    private static readonly TrainingSettings Plain = new() { Batch = 3, Steps = 6, Windows = 8, Seed = 3 };
    private static readonly TrainingSettings Other = (Plain with { Dropout = 0.3, ClipNorm = 0.5 }).With(OptimizerKind.RmsProp) with { Decay = 0.1 };

    public static TheoryData<string, int, bool> Runs()
    {
        var data = new TheoryData<string, int, bool>();
        foreach (var device in TestDevices.Names)
            foreach (var most in new[] { 3, 2 })
                foreach (var isOther in new[] { false, true }) data.Add(device, most, isOther);
        return data;
    }

    public static TheoryData<string> Devices() => [.. TestDevices.Names];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Each_update_has_the_bits_of_one_that_is_told_its_number_and_step_size(string device, int mostSequences, bool isOther)
    {
        var (accelerator, settings) = (TestDevices.Open(device), isOther ? Other : Plain);
        using var trainer = new Trainer(accelerator, Shape, settings, Windows(), mostSequences);
        for (var epoch = 0; epoch < Epochs; epoch++) trainer.RunEpoch();
        Assert.Equal(ByHand(accelerator, Shape, settings, mostSequences), trainer.State(new Dictionary<string, string>()).Parameters);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Each_batch_hears_its_own_chords(string device)
    {
        var (accelerator, shape) = (TestDevices.Open(device), new ModelShape(7, 10, 2, 5));
        using var trainer = new Trainer(accelerator, shape, Plain, Windows(hasChords: true), 2);
        for (var epoch = 0; epoch < Epochs; epoch++) trainer.RunEpoch();
        Assert.Equal(ByHand(accelerator, shape, Plain, 2), trainer.State(new Dictionary<string, string>()).Parameters);
    }

    [Fact]
    public void An_update_allocates_no_more_than_its_launches()
    {
        using var context = Context.Create(builder => builder.CPU(CPUDeviceKind.Default).EnableAlgorithms());
        using var accelerator = context.CreateCPUAccelerator(0, CPUAcceleratorMode.Sequential);
        var settings = Plain with { Batch = 1 };
        using var update = new TrainingUpdate(accelerator, Shape, 1, settings.Steps, settings);
        using var updates = new EpochUpdates(accelerator, update, settings, Windows(), 1);
        var tokens = new int[settings.Windows * settings.Steps];
        using var one = accelerator.Allocate1D(new int[settings.Steps]);
        var each = Allocated(() => updates.Run(tokens, tokens, [], 0)) / settings.Windows;
        var plain = Allocated(() =>
        {
            update.ComputeGradients(one.View, one.View, 1);
            update.Apply(0.01);
        });

        // Checked views, which tests have, allocate at each launch, and here are two more; without them both are nothing.
        Assert.InRange(each, 0, plain + (plain / 5));
    }

    private static long Allocated(Action action)
    {
        for (var warm = 0; warm < 3; warm++) action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++) action();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
    }

    /// <summary>The parameters after the same epochs, each update with arguments of its own.</summary>
    private static float[] ByHand(Accelerator accelerator, ModelShape shape, TrainingSettings settings, int mostSequences)
    {
        using var update = new TrainingUpdate(accelerator, shape, mostSequences, settings.Steps, settings, isPart: mostSequences < settings.Batch);
        update.Buffers.Parameters.CopyFromCPU(Initializers.Create(shape, settings.Seed));
        var windows = Windows(shape.Chords > 0);
        var number = 0;
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            var order = EpochOrder.Of(settings.Seed, epoch, windows.Count);
            for (var first = 0; first < order.Length; first += settings.Batch)
            {
                number++;
                foreach (var part in BatchPart.Of(Math.Min(settings.Batch, order.Length - first), mostSequences))
                {
                    var (x, y) = (new int[part.Sequences * settings.Steps], new int[part.Sequences * settings.Steps]);
                    var heard = new int[shape.Chords > 0 ? x.Length : 0];
                    windows.CopyBatch(order.AsSpan(first + part.First, part.Sequences), x, y, heard);
                    using var inputs = accelerator.Allocate1D(x);
                    using var targets = accelerator.Allocate1D(y);
                    using var chords = accelerator.Allocate1D(heard.Length > 0 ? heard : [-1]);
                    update.ComputeGradients(inputs.View, targets.View, part, number, chords.View);
                    accelerator.Synchronize();
                }

                update.Apply(settings.StepSize(number));
            }
        }

        accelerator.Synchronize();
        return update.Buffers.Parameters.GetAsArray1D();
    }

    private static Windows Windows(bool hasChords = false)
    {
        int[][] tunes = [[.. Enumerable.Range(0, 40).Select(i => i * i % 10)], [.. Enumerable.Range(0, 30).Select(i => i % 10)]];
        int[][] chords = [.. tunes.Select(tune => Enumerable.Range(0, tune.Length).Select(i => (i / 3 % 6) - 1).ToArray())];
        return GpuJazz.Model.Windows.Draw(tunes, Plain.Windows, Plain.Steps, Plain.Seed, hasChords ? chords : null);
    }
}
