using GpuJazz.Model;
using GpuJazz.Tests.Kernels;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace GpuJazz.Tests.Model;

public sealed class TrainerTests
{
    private static readonly ModelShape Shape = new(7, 10);
    private static readonly ModelShape DeepShape = new(7, 10, 2);
    private static readonly TrainingSettings Settings = new() { Epochs = 5, Batch = 3, Steps = 6, Windows = 8, Seed = 3 };

    public static TheoryData<string> Devices => [.. TestDevices.Names];

    [Theory]
    [MemberData(nameof(Devices))]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others(string device)
    {
        var once = Train(TestDevices.Open(device), Settings, 4);
        AssertSame(once, Train(TestDevices.Open(device), Settings, 4));
        Assert.NotEqual(once.State.Parameters, Train(TestDevices.Open(device), Settings with { Seed = 4 }, 4).State.Parameters);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void A_run_that_goes_on_from_a_file_ends_with_the_same_bits(string device)
    {
        using var folder = new TemporaryFolder();
        var accelerator = TestDevices.Open(device);
        var unbroken = Train(accelerator, Settings, 5);
        for (var stop = 1; stop < 5; stop++)
        {
            Checkpoint.Write(folder.File("model"), Train(accelerator, Settings, stop).State);
            var saved = Checkpoint.Read(folder.File("model"));
            Assert.Equal(stop, saved.Epoch);
            var resumed = Train(accelerator, Settings, 5, saved);
            AssertSame((unbroken.State, unbroken.Epochs[stop..]), resumed);
        }
    }

    [Fact]
    public void The_number_of_cores_does_not_change_a_bit()
    {
        using var context = Context.Create(builder => builder.CPU(CPUDeviceKind.Default).EnableAlgorithms());
        using var one = context.CreateCPUAccelerator(0, CPUAcceleratorMode.Sequential);
        using var all = context.CreateCPUAccelerator(0, CPUAcceleratorMode.Parallel);
        AssertSame(Train(one, Settings, 4), Train(all, Settings, 4));
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void The_last_step_has_no_loss_and_the_others_add_up(string device)
    {
        var (state, epochs) = Train(TestDevices.Open(device), Settings, 5);
        foreach (var epoch in epochs)
        {
            Assert.Equal(6, epoch.StepLoss.Count);
            Assert.Equal(0f, epoch.StepLoss[^1]);
            Assert.Equal(0f, epoch.StepAccuracy[^1]);
            Assert.All(epoch.StepLoss.SkipLast(1), loss => Assert.True(loss > 0));
            Assert.Equal(epoch.StepLoss.Sum(), epoch.Loss);
        }

        // Untrained, the model is near uniform guessing; then it learns.
        Assert.InRange(epochs[0].Loss, 0.9 * 5 * Math.Log(10), 1.1 * 5 * Math.Log(10));
        Assert.True(epochs[^1].Loss < epochs[0].Loss);
        Assert.Equal(5 * 3, state.Optimizer!.Updates);
        Assert.Equal(5, state.Epoch);
    }

    [Fact]
    public void A_loss_that_is_no_number_names_the_learning_rate()
    {
        var error = Assert.Throws<ModelException>(() => Train(TestDevices.Open(TestDevices.Names[0]), Settings, 2, Broken()));
        Assert.Equal("the loss of epoch 2 is NaN: lower --learning-rate (it is 0.01)", error.Message);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var accelerator = TestDevices.Open(TestDevices.Names[0]);
        var state = Train(accelerator, Settings, 1).State;
        Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer(accelerator, new(7, 9), Settings, Windows(Settings)));
        using var trainer = new Trainer(accelerator, new(8, 10), Settings, Windows(Settings));
        Assert.Contains("7 hidden units", Assert.Throws<ModelException>(() => trainer.Resume(state)).Message, StringComparison.Ordinal);
        using var same = new Trainer(accelerator, Shape, Settings, Windows(Settings));
        Assert.Contains(
            "no optimiser state", Assert.Throws<ModelException>(() => same.Resume(state with { Optimizer = null })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void A_deep_run_with_dropout_goes_on_with_the_same_bits(string device)
    {
        using var folder = new TemporaryFolder();
        var accelerator = TestDevices.Open(device);
        var settings = (Settings with { Dropout = 0.3, ClipNorm = 0.5 }).With(OptimizerKind.RmsProp);
        var unbroken = Train(accelerator, settings, 3, shape: DeepShape);
        Checkpoint.Write(folder.File("model"), Train(accelerator, settings, 1, shape: DeepShape).State);
        var resumed = Train(accelerator, settings, 3, Checkpoint.Read(folder.File("model")), DeepShape);
        AssertSame((unbroken.State, unbroken.Epochs[1..]), resumed);

        var without = Train(accelerator, settings with { Dropout = 0 }, 3, shape: DeepShape);
        Assert.NotEqual(without.State.Parameters, unbroken.State.Parameters);
    }

    private static ModelState Broken()
    {
        var state = Train(TestDevices.Open(TestDevices.Names[0]), Settings, 1).State;
        return state with { Parameters = [.. state.Parameters.Select(_ => float.NaN)] };
    }

    private static Windows Windows(TrainingSettings settings)
    {
        int[][] tunes = [[.. Enumerable.Range(0, 40).Select(i => i * i % 10)], [.. Enumerable.Range(0, 30).Select(i => i % 10)]];
        return GpuJazz.Model.Windows.Draw(tunes, settings.Windows, settings.Steps, settings.Seed);
    }

    /// <summary>Trains up to an epoch, from the beginning or from a saved state.</summary>
    private static (ModelState State, EpochMetrics[] Epochs) Train(
        Accelerator accelerator, TrainingSettings settings, int until, ModelState? from = null, ModelShape? shape = null)
    {
        using var trainer = new Trainer(accelerator, shape ?? Shape, settings, Windows(settings));
        if (from is not null) trainer.Resume(from);
        var epochs = new List<EpochMetrics>();
        while (trainer.Epoch < until) epochs.Add(trainer.RunEpoch());
        return (trainer.State(new Dictionary<string, string>()), [.. epochs]);
    }

    private static void AssertSame((ModelState State, EpochMetrics[] Epochs) expected, (ModelState State, EpochMetrics[] Epochs) actual)
    {
        Assert.Equal(Bits(expected.State.Parameters), Bits(actual.State.Parameters));
        Assert.Equal(Bits(expected.State.Optimizer!.FirstMoment), Bits(actual.State.Optimizer!.FirstMoment));
        Assert.Equal(Bits(expected.State.Optimizer.SecondMoment), Bits(actual.State.Optimizer.SecondMoment));
        Assert.Equal(expected.State.Optimizer.Updates, actual.State.Optimizer.Updates);
        Assert.Equal(expected.State.Epoch, actual.State.Epoch);
        Assert.Equal(expected.Epochs.Length, actual.Epochs.Length);
        foreach (var (before, after) in expected.Epochs.Zip(actual.Epochs))
        {
            Assert.Equal(before.Epoch, after.Epoch);
            Assert.Equal(before.Loss, after.Loss);
            Assert.Equal(before.StepLoss, after.StepLoss);
            Assert.Equal(before.StepAccuracy, after.StepAccuracy);
        }
    }

    private static int[] Bits(float[] values) => Array.ConvertAll(values, BitConverter.SingleToInt32Bits);
}
