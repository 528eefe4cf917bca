namespace GpuJazz.Model;

/// <summary>A model's sizes and settings that belong together.</summary>
/// <param name="Hidden">H, hidden units of each layer.</param>
/// <param name="Layers">L, LSTM layers.</param>
/// <param name="Settings">How it is trained.</param>
public sealed record TrainingPreset(int Hidden, int Layers, TrainingSettings Settings)
{
    /// <summary>The course notebook's: one layer of 64, Adam.</summary>
    public static TrainingPreset Notebook { get; } = new(64, 1, new TrainingSettings());

    /// <summary>deepjazz's (2016) two layers of 128, a fifth of each one's output dropped, RMSprop, batches of 128, windows of 20 tokens.</summary>
    /// <remarks>
    /// Two things are this project's instead: deepjazz learned the one token after each window, and here every step of a window has the
    /// next token as its target; and it took every third token of the tune as a start, 58 of its tune, where here 60 are drawn. Its
    /// Keras made the gates of straight lines (hard_sigmoid); here they are logistic.
    /// </remarks>
    public static TrainingPreset DeepJazz { get; } = new(
        128, 2, new TrainingSettings { Epochs = 128, Batch = 128, Steps = 20, Dropout = 0.2 }.With(OptimizerKind.RmsProp));
}
