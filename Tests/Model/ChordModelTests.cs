using GpuJazz.Model;
using GpuJazz.Tests.Kernels;

namespace GpuJazz.Tests.Model;

/// <summary>Models that hear chords beside tokens: their tensor, files, windows and runs.</summary>
public sealed class ChordModelTests : IDisposable
{
    private const int Chords = 3;
    private static readonly ModelShape Shape = new(5, 10, 1, Chords);
    private static readonly TrainingSettings Settings = new() { Steps = 6, Windows = 20, Batch = 8, Epochs = 3 };
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Their_tensor_lies_behind_all_others_and_begins_at_zero()
    {
        var plain = new ModelShape(5, 10, 2);
        var hearing = new ModelShape(5, 10, 2, Chords);
        Assert.Null(plain.ChordKernel);
        Assert.Equal(plain.Tensors, hearing.Tensors.SkipLast(1), (a, b) => (a.Name, a.Offset, a.Length) == (b.Name, b.Offset, b.Length));
        Assert.Equal(("lstm.chord", plain.ParameterCount, plain.ParameterCount + (Chords * 20)), (hearing.ChordKernel!.Name, hearing.ChordKernel.Offset, hearing.ParameterCount));
        Assert.Equal([.. Initializers.Create(plain, 7), .. new float[Chords * 20]], Initializers.Create(hearing, 7));
        Assert.Throws<ModelException>(() => new ModelShape(5, 10, 1, -1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.4)]
    public void A_run_learns_its_chords_and_goes_on_from_its_file_with_the_same_bits(double dropout)
    {
        var settings = Settings with { Dropout = dropout };
        var unbroken = Train(settings, 3);
        Assert.Contains(unbroken.Parameters[Shape.ChordKernel!.Offset..], value => value != 0);

        Checkpoint.Write(folder.File("model"), Train(settings, 1));
        var saved = Checkpoint.Read(folder.File("model"));
        Assert.Equal(Shape, saved.Shape);
        var resumed = Train(settings, 3, saved);
        Assert.Equal(unbroken.Parameters, resumed.Parameters);
        Assert.Equal(unbroken.Optimizer!.SecondMoment, resumed.Optimizer!.SecondMoment);
    }

    [Fact]
    public void Parts_of_a_batch_give_what_the_whole_does()
    {
        var settings = Settings with { Dropout = 0.4 };
        foreach (var (whole, parts) in Train(settings, 2).Parameters.Zip(Train(settings, 2, mostSequences: 3).Parameters)) Assert.Equal(whole, parts, 1e-3f);
    }

    [Fact]
    public void Where_every_window_drops_its_chords_the_model_does_not_learn_them()
    {
        // At the highest rate and one window few chords are heard: the rows of some epoch's windows stay where they began.
        var settings = Settings with { Dropout = 0.9, Windows = 1 };
        Assert.All(Train(settings, 1).Parameters[Shape.ChordKernel!.Offset..], value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_file_says_how_many_chords_and_an_older_program_is_warned_by_its_version()
    {
        Checkpoint.Write(folder.File("model"), Train(Settings, 1));
        using var stream = File.OpenRead(folder.File("model"));
        var file = SafetensorsFile.Read(stream);
        Assert.Equal(("3", "3", "1"), (file.Metadata["format_version"], file.Metadata["chords"], file.Metadata["layers"]));
        Assert.Equal([Chords, 20], file.Tensors.Single(tensor => tensor.Name == "lstm.chord").Shape);
        Assert.Contains("adam.v.lstm.chord", file.Tensors.Select(tensor => tensor.Name));
    }

    [Fact]
    public void With_each_input_a_window_has_the_chord_under_its_target()
    {
        int[] tune = [.. Enumerable.Range(0, 40)];
        var windows = Windows.Draw([tune], 6, 4, 9, [[.. tune.Select(token => token + 100)]]);
        Assert.All(windows.Targets.Zip(windows.Chords), pair => Assert.Equal(pair.First < 0 ? -1 : pair.First + 100, pair.Second));
        int[] members = [5, 0, 3];
        var (inputs, targets, chords) = (new int[12], new int[12], new int[12]);
        windows.CopyBatch(members, inputs, targets, chords);
        Assert.All(targets.Zip(chords), pair => Assert.Equal(pair.First < 0 ? -1 : pair.First + 100, pair.Second));
        Assert.Empty(Windows.Draw([tune], 6, 4, 9).Chords);
    }

    [Fact]
    public void Chords_that_are_missing_or_unknown_or_not_heard_are_the_callers_mistake()
    {
        var accelerator = TestDevices.Open(TestDevices.Names[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer(accelerator, Shape, Settings, Drawn(Settings, withChords: false)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer(accelerator, new(5, 10), Settings, Drawn(Settings)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer(accelerator, new(5, 10, 1, Chords - 1), Settings, Drawn(Settings)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HeldOutLoss(accelerator, Shape, [[1, 2]]));
        using var improviser = new Improviser(accelerator, Shape, new float[Shape.ParameterCount]);
        Assert.Throws<ArgumentOutOfRangeException>(() => improviser.Improvise(new()));
        Assert.Throws<ArgumentException>(() => improviser.Improvise(new(), changes: new HeardChanges([Chords], new int[10])));
        Assert.Throws<ArgumentException>(() => improviser.Improvise(new(), changes: new HeardChanges([0, 1, 2], new int[20])));
        Assert.Throws<ArgumentException>(() => improviser.Improvise(new(), changes: new HeardChanges([0], [.. new int[9], -1])));
    }

    private static Windows Drawn(TrainingSettings settings, bool withChords = true)
    {
        int[][] tunes = [[.. Enumerable.Range(0, 40).Select(i => i * i % 10)], [.. Enumerable.Range(0, 30).Select(i => i % 10)]];
        int[][] chords = [.. tunes.Select(tune => tune.Select((_, i) => i / 4 % Chords).ToArray())];
        return Windows.Draw(tunes, settings.Windows, settings.Steps, settings.Seed, withChords ? chords : null);
    }

    private static ModelState Train(TrainingSettings settings, int until, ModelState? from = null, int? mostSequences = null)
    {
        using var trainer = new Trainer(TestDevices.Open(TestDevices.Names[0]), Shape, settings, Drawn(settings), mostSequences);
        if (from is not null) trainer.Resume(from);
        while (trainer.Epoch < until) trainer.RunEpoch();
        return trainer.State(new Dictionary<string, string>());
    }
}
