using GpuJazz.Host.Corpus;
using GpuJazz.Host.Display;
using GpuJazz.Model;

namespace GpuJazz.Host.Training;

/// <summary>What a training says before and after.</summary>
internal static class RunReport
{
    private const int MostNames = 8;
    private const int ShownSteps = 4;

    /// <summary>What is learned, by what, and where.</summary>
    public static void Introduce(Terminal terminal, TrainRequest request, TuneCorpus corpus, ModelShape shape, AcceleratorInfo accelerator)
    {
        var names = corpus.Tunes.Select(tune => tune.Tune.Name).ToArray();
        var listed = string.Join(", ", names.Take(MostNames)) + (names.Length > MostNames ? ", …" : "");
        var measures = corpus.Tunes.Sum(tune => tune.Tune.Measures.Count);
        var settings = request.Settings;
        Line(terminal, $"Tunes: {names.Length} ({listed}), {measures} measures, {corpus.Length} tokens, {corpus.Vocabulary.Count} of them different");
        Line(terminal, $"Model: {shape.Hidden} hidden units, {shape.ParameterCount:N0} parameters");
        Line(terminal, $"Training: {settings.Epochs} epochs of {settings.Windows} windows of {settings.Steps} tokens, {settings.Batch} at a time, on {accelerator.Name} ({Accelerators.Word(accelerator.Kind)})");
    }

    /// <summary>What came of it.</summary>
    /// <param name="terminal">Where it is printed.</param>
    /// <param name="epochs">All epochs, from the first.</param>
    public static void Result(Terminal terminal, IReadOnlyList<EpochMetrics> epochs)
    {
        var (first, last) = (epochs[0], epochs[^1]);
        Line(terminal, $"Trained {epochs.Count} epochs in {epochs.Sum(epoch => epoch.Seconds):F1} s: loss {first.Loss:F2} to {last.Loss:F2}, perplexity {TrainingTable.Perplexity(last):F2}, accuracy {TrainingTable.Accuracy(last):P0}");
        var steps = string.Join(' ', last.StepLoss.Take(ShownSteps).Select(loss => FormattableString.Invariant($"{loss:F3}")));
        Line(terminal, $"Loss of the first steps: {steps}");
    }

    /// <summary>Where a run that was stopped goes on.</summary>
    /// <param name="terminal">Where it is printed.</param>
    /// <param name="epoch">The last epoch of the saved model, or null if there is none.</param>
    /// <param name="model">The model's file.</param>
    public static void Resumed(Terminal terminal, int? epoch, string model) => terminal.Out.WriteLine(epoch is null
        ? $"There is no {model} to go on from: training starts at epoch 1"
        : FormattableString.Invariant($"Going on from {model} after epoch {epoch}"));

    /// <summary>What was written, and what to do with it.</summary>
    public static void Files(Terminal terminal, OutputFolder folder)
    {
        var files = new[] { folder.Model, folder.Metrics, folder.LossCurve }.Concat(folder.Solo.Paths.Select(file => file.Path));
        terminal.Out.WriteLine($"Wrote {string.Join(", ", files)}");
        terminal.Out.WriteLine($"Next: {CallName.Line("generate", "--model", folder.Model, "--seed", "1", "--wav")}");
    }

    private static void Line(Terminal terminal, FormattableString text) => terminal.Out.WriteLine(FormattableString.Invariant(text));
}
