using System.Globalization;
using System.Text.Json.Serialization;
using GpuJazz.Kernels;

namespace GpuJazz.Model;

/// <summary>How a model is trained; the defaults are the published run's.</summary>
public sealed record TrainingSettings
{
    /// <summary>Passes over all windows; 1 to 1,000,000.</summary>
    public int Epochs { get; init; } = 100;

    /// <summary>Windows in an update; 1 to 1,000,000. The last batch of an epoch may be smaller.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>T, tokens in a window; 2 to 10,000, as the last step has no target.</summary>
    public int Steps { get; init; } = 30;

    /// <summary>Windows drawn from the corpus; 1 to 1,000,000.</summary>
    public int Windows { get; init; } = 60;

    /// <summary>The optimiser's step length before decay; above 0, at most 10.</summary>
    public double LearningRate { get; init; } = 0.01;

    /// <summary>Keras' decay d: after k updates the step length is LearningRate / (1 + d·k); 0 to 1,000,000.</summary>
    public double Decay { get; init; } = 0.01;

    /// <summary>Where every random number of a run begins: windows, initial parameters and the order of each epoch; at least 0.</summary>
    public int Seed { get; init; }

    /// <summary>How parameters move along the gradient.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OptimizerKind Optimizer { get; init; }

    /// <summary>The probability that a number of an LSTM layer's output is dropped in an update, and that a window hears no chords in an epoch; 0 to 0.9.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Dropout { get; init; }

    /// <summary>A gradient whose norm over all parameters is larger is scaled down to it; 0 for no limit, at most 1,000,000.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double ClipNorm { get; init; }

    /// <summary>To what the factors of matrix products are rounded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Precision Precision { get; init; }

    /// <summary>These settings with another optimiser, and the step length that is usual with it: for Adam the published run's, for RMSprop Keras'.</summary>
    /// <param name="optimizer">The optimiser.</param>
    /// <returns>The settings; these where it is theirs already.</returns>
    public TrainingSettings With(OptimizerKind optimizer)
    {
        if (optimizer == Optimizer) return this;
        var (rate, decay) = optimizer == OptimizerKind.Adam ? (0.01, 0.01) : (0.001, 0);
        return this with { Optimizer = optimizer, LearningRate = rate, Decay = decay };
    }

    /// <summary>α of one update.</summary>
    /// <param name="update">Its number, from 1.</param>
    /// <returns>The optimiser's step size.</returns>
    public double StepSize(long update) => Optimizer == OptimizerKind.Adam
        ? Adam.StepSize(LearningRate, Decay, update)
        : RmsProp.StepSize(LearningRate, Decay, update);

    /// <summary>Checks every value.</summary>
    /// <returns>These settings, to go on with.</returns>
    /// <exception cref="ModelException">A value is out of range; the message names its option and the range.</exception>
    public TrainingSettings Validated()
    {
        Check("--epochs", Epochs, 1, 1_000_000, 100);
        Check("--batch", Batch, 1, 1_000_000, 32);
        Check("--steps", Steps, 2, 10_000, 30);
        Check("--windows", Windows, 1, 1_000_000, 60);
        Check("--seed", Seed, 0, int.MaxValue, 0);
        if (!(LearningRate > 0 && LearningRate <= 10)) throw Outside("--learning-rate", LearningRate, "above 0 and at most 10", 0.01);
        if (!(Decay >= 0 && Decay <= 1e6)) throw Outside("--decay", Decay, "from 0 to 1000000", 0.01);
        if (!(Dropout is >= 0 and <= 0.9)) throw Outside("--dropout", Dropout, "from 0 to 0.9", 0);
        if (!(ClipNorm is >= 0 and <= 1e6)) throw Outside("--clip-norm", ClipNorm, "from 0 to 1000000", 0);
        if ((long)Steps * Windows > Array.MaxLength)
            throw new ModelException($"--windows {Windows} of --steps {Steps} are more tokens than fit in memory: lower one of them");
        return this;
    }

    private static void Check(string option, int value, int lowest, int highest, int usual)
    {
        if (value < lowest || value > highest) throw Outside(option, value, $"from {lowest} to {highest}", usual);
    }

    private static ModelException Outside(string option, double value, string range, double usual) => new(string.Create(
        CultureInfo.InvariantCulture, $"{option} {value}: give a number {range}, or leave the option out for {usual}"));
}
