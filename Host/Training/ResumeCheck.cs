using GpuJazz.Host.Cli;
using GpuJazz.Host.Display;
using GpuJazz.Host.Learned;

namespace GpuJazz.Host.Training;

/// <summary>Checks that a saved model can go on as the command line says.</summary>
internal static class ResumeCheck
{
    /// <summary>Refuses, by the name of the option, what differs from the run that was saved; only <c>--epochs</c> and <c>--patience</c> may.</summary>
    /// <param name="saved">The saved model.</param>
    /// <param name="path">Its file.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="tunes">The music that is to be learned.</param>
    public static void Require(ModelFile saved, string path, TrainRequest request, LearnedTunes tunes)
    {
        var (before, now) = (saved.State.Settings, request.Settings);
        (string Option, object Before, object Now)[] pairs =
        [
            ("--hidden", saved.State.Shape.Hidden, request.Hidden),
            ("--layers", saved.State.Shape.Layers, request.Layers),
            ("--batch", before.Batch, now.Batch),
            ("--steps", before.Steps, now.Steps),
            ("--windows", before.Windows, now.Windows),
            ("--learning-rate", before.LearningRate, now.LearningRate),
            ("--decay", before.Decay, now.Decay),
            ("--optimizer", LearningOptions.Word(before.Optimizer), LearningOptions.Word(now.Optimizer)),
            ("--dropout", before.Dropout, now.Dropout),
            ("--clip-norm", before.ClipNorm, now.ClipNorm),
            ("--precision", SharedOptions.Word(before.Precision), SharedOptions.Word(now.Precision)),
            ("--seed", before.Seed, now.Seed),
            ("--rests", SharedOptions.Word(saved.Tunes.Reading.Rests), SharedOptions.Word(tunes.Reading.Rests)),
            ("--reading", SharedOptions.Word(saved.Tunes.Reading.Reading), SharedOptions.Word(tunes.Reading.Reading)),
            ("--tokens", SharedOptions.Word(saved.Tunes.Tokens), SharedOptions.Word(tunes.Tokens)),
            ("--transpose", SharedOptions.Word(saved.Tunes.Transpose), SharedOptions.Word(tunes.Transpose)),
            ("--condition", LearnedPartOptions.Word(saved.Tunes.HearsChords), LearnedPartOptions.Word(tunes.HearsChords)),
            ("--min-count", saved.Tunes.MinCount, tunes.MinCount),
        ];
        foreach (var (option, was, wanted) in pairs)
        {
            if (!was.Equals(wanted)) throw CommandException.Failed(FormattableString.Invariant(
                $"--resume: '{path}' was trained with {option} {was}, and now it is {wanted}; give {option} {was}, or another --out"));
        }

        if (!saved.Tunes.HeldOut.SequenceEqual(tunes.HeldOut))
            throw CommandException.Failed(
                $"--resume: '{path}' held out {Listed(saved.Tunes.HeldOut)}, and now it is {Listed(tunes.HeldOut)}; give the same --held-out and --data, or another --out");

        if (!saved.Tunes.Vocabulary.Values.SequenceEqual(tunes.Vocabulary.Values))
        {
            throw CommandException.Failed(FormattableString.Invariant(
                $"--resume: '{path}' has another vocabulary ({saved.Tunes.Vocabulary.Count} tokens) than --data ({tunes.Vocabulary.Count}); give the same --data, or another --out"));
        }

        if (saved.Tunes.Digest != tunes.Digest)
            throw CommandException.Failed($"--resume: '{path}' learned other tunes than --data has; give the same --data, or another --out");
        if (saved.State.Epoch > now.Epochs)
            throw CommandException.Failed(FormattableString.Invariant(
                $"--resume: '{path}' has had {Counted.Of(saved.State.Epoch, "epoch")}; give --epochs {saved.State.Epoch} or more"));
    }

    private static string Listed(IReadOnlyList<string> names) => names.Count == 0 ? "no tune" : string.Join(", ", names);
}
