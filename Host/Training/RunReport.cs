using GpuJazz.Host.Corpus;
using GpuJazz.Host.Display;
using GpuJazz.Kernels;
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
        var measures = corpus.Tunes.Sum(tune => tune.Measures);
        var settings = request.Settings;
        Line(terminal, $"Tunes: {corpus.Tunes.Count} ({Listed([.. corpus.Tunes.Select(tune => tune.Name)])}), {Counted.Of(measures, "measure")}, {Counted.Of(corpus.Length, "token")}, {corpus.Vocabulary.Count} of them different");
        if (corpus.HeldOut is { Names.Count: > 0 } heldOut)
            Line(terminal, $"Held out: {Counted.Of(heldOut.Names.Count, "tune")} ({Listed(heldOut.Names)}), {Counted.Of(heldOut.Length, "token")}, {heldOut.Coverage(corpus.Vocabulary.UnknownIndex):P0} of them known");
        if (corpus.Vocabulary.UnknownIndex >= 0)
            Line(terminal, $"Unknown: tokens met fewer than {request.Corpus.MinCount} times, {UnknownShare(corpus):P1} of those learned");
        if (corpus.Tunes is [{ Whole: { } only }]) terminal.Out.WriteLine(TuneTables.ReadAs(only.Tune));
        Line(terminal, $"Model: {Counted.Of(shape.Layers, "layer")} of {Counted.Of(shape.Hidden, "hidden unit")}, {shape.ParameterCount:N0} parameters{(shape.Chords > 0 ? "; it hears the chord under the next token" : "")}");
        Line(terminal, $"Training: {Counted.Of(settings.Epochs, "epoch")} of {Counted.Of(settings.Windows, "window")} of {settings.Steps} tokens, {settings.Batch} at a time, on {accelerator.Name} ({Accelerators.Word(accelerator.Kind)})");
    }

    /// <summary>What the training takes of the memory, and how large batches are taken.</summary>
    public static void Memory(Terminal terminal, MemoryCheck memory)
    {
        var parts = BatchPart.Of(memory.Batch, memory.MostSequences).ToArray();
        var split = parts.Length == 1 ? "" : FormattableString.Invariant(
            $"; a batch of {memory.Batch} is taken in {parts.Length} parts of {parts[0].Sequences} at most, whose gradients are added");
        Line(terminal, $"Memory: about {memory.Bytes / 1e6:N0} MB of {memory.Available / 1e6:N0} MB that can be used{split}");
    }

    /// <summary>What came of it.</summary>
    /// <param name="terminal">Where it is printed.</param>
    /// <param name="epochs">All epochs, from the first.</param>
    /// <param name="best">The one that foretold best what is not learned, or null.</param>
    public static void Result(Terminal terminal, IReadOnlyList<EpochMetrics> epochs, EpochMetrics? best)
    {
        var (first, last) = (epochs[0], epochs[^1]);
        Line(terminal, $"Trained {Counted.Of(epochs.Count, "epoch")} in {epochs.Sum(epoch => epoch.Seconds):F1} s: loss {first.Loss:F2} to {last.Loss:F2}, perplexity {TrainingTable.Perplexity(last):F2}, accuracy {TrainingTable.Accuracy(last):P0}");
        var steps = string.Join(' ', last.StepLoss.Take(ShownSteps).Select(loss => FormattableString.Invariant($"{loss:F3}")));
        Line(terminal, $"Loss of the first steps: {steps}");
        if (best?.HeldOutLoss is { } loss)
            Line(terminal, $"Held out: best after epoch {best.Epoch}, loss {loss:F3} a token, perplexity {Math.Exp(loss):F2}");
    }

    /// <summary>Where a run that was stopped goes on.</summary>
    /// <param name="terminal">Where it is printed.</param>
    /// <param name="epoch">The last epoch of the saved model, or null if there is none.</param>
    /// <param name="model">The model's file.</param>
    /// <param name="epochs">The epochs asked for, no fewer than the model has had.</param>
    /// <param name="isOver">Whether it was stopped because what is held out was foretold no better.</param>
    public static void Resumed(Terminal terminal, int? epoch, string model, int epochs, bool isOver) => terminal.Out.WriteLine(
        isOver && epoch < epochs ? FormattableString.Invariant($"{model} was stopped after epoch {epoch}, as held-out tunes were foretold no better; give a greater --patience to go on")
        : epoch is not { } done ? $"There is no {model} to go on from: training starts at epoch 1"
        : done < epochs ? FormattableString.Invariant($"Going on from {model} after epoch {done}")
        : FormattableString.Invariant($"{model} is already trained for {Counted.Of(done, "epoch")}; give --epochs {2 * done} to go on"));

    /// <summary>What was written, and what to do with it.</summary>
    /// <param name="terminal">Where it is printed.</param>
    /// <param name="written">The files; none if all were there.</param>
    /// <param name="model">The model's file.</param>
    public static void Files(Terminal terminal, IReadOnlyList<string> written, string model)
    {
        if (written.Count > 0) terminal.Out.WriteLine($"Wrote {string.Join(", ", written)}");
        terminal.Out.WriteLine($"Next: {CallName.Line("generate", "--model", model, "--seed", "1", "--wav")}");
    }

    private static string Listed(IReadOnlyList<string> names) => string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? ", …" : "");

    private static double UnknownShare(TuneCorpus corpus) =>
        corpus.Indices.Sum(tune => tune.Count(token => token == corpus.Vocabulary.UnknownIndex)) / (double)corpus.Length;

    private static void Line(Terminal terminal, FormattableString text) => terminal.Out.WriteLine(FormattableString.Invariant(text));
}
