using System.CommandLine;
using GpuJazz.Kernels;
using GpuJazz.Model;

namespace GpuJazz.Host.Cli;

/// <summary>The options of <c>gpujazz train</c> that say what is trained and how: a preset, and what differs from it.</summary>
internal sealed class LearningOptions
{
    private const int MostUnits = 8192;

    private readonly Option<Choice<TrainingPreset>> preset = OptionFactory.Among(
        "--preset",
        "Whose model it is, where other options say nothing else. deepjazz: 2 layers of 128, --dropout 0.2, rmsprop at 0.001, batches of 128, "
        + "128 epochs, windows of 20 tokens; but every step of a window is learned, not its end alone, and windows are drawn, not every third",
        ("notebook", TrainingPreset.Notebook),
        ("deepjazz", TrainingPreset.DeepJazz));

    private readonly Option<int> epochs = OptionFactory.Whole("--epochs", 100, 1, 1_000_000, "Passes over all windows");
    private readonly Option<int> batch = OptionFactory.Whole("--batch", 32, 1, 1_000_000, "Windows in an update");
    private readonly Option<int> hidden = HiddenUnits();
    private readonly Option<int> layers = LstmLayers();
    private readonly Option<int> steps = OptionFactory.Whole("--steps", 30, 2, 10_000, "Tokens in a window");
    private readonly Option<int> windows = OptionFactory.Whole("--windows", 60, 1, 1_000_000, "Windows drawn from the tunes");

    private readonly Option<Choice<OptimizerKind>> optimizer = OptionFactory.Among(
        "--optimizer",
        "How parameters move along the gradient, as in Keras; rmsprop has other defaults: --learning-rate 0.001 --decay 0",
        (Word(OptimizerKind.Adam), OptimizerKind.Adam),
        (Word(OptimizerKind.RmsProp), OptimizerKind.RmsProp));

    private readonly Option<double> learningRate = OptionFactory.Real("--learning-rate", 0.01, 0, 10, false, "The optimiser's step length before decay");
    private readonly Option<double> decay = OptionFactory.Real("--decay", 0.01, 0, 1e6, true, "The step length is divided by 1 + decay times the updates done");
    private readonly Option<double> dropout = OptionFactory.Real(
        "--dropout", 0, 0, 0.9, true, "The share of each LSTM layer's output that is dropped in training, never in improvising; with --condition chords also of the windows that hear none");

    private readonly Option<double> clipNorm = OptionFactory.Real(
        "--clip-norm", 0, 0, 1e6, true, "Scale a gradient that is longer than this down to it; 0 leaves each as it is");

    private readonly Option<Choice<Precision>> precision = SharedOptions.Precision();
    private readonly Option<int> seed = SharedOptions.Seed();

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> All =>
        [preset, epochs, batch, hidden, layers, steps, windows, optimizer, learningRate, decay, dropout, clipNorm, precision, seed];

    /// <summary>The option <c>--hidden</c>, which <c>inspect</c> has too.</summary>
    public static Option<int> HiddenUnits() => OptionFactory.Whole("--hidden", 64, 1, MostUnits, "Hidden units of each LSTM layer");

    /// <summary>The option <c>--layers</c>, which <c>inspect</c> has too.</summary>
    public static Option<int> LstmLayers() => OptionFactory.Whole("--layers", 1, 1, ModelShape.MaxLayers, "LSTM layers, one on the other");

    /// <summary>The word for an optimiser on the command line.</summary>
    public static string Word(OptimizerKind optimizer) => optimizer == OptimizerKind.Adam ? "adam" : "rmsprop";

    /// <summary>The preset with what a command line changes in it.</summary>
    /// <param name="result">The parsed line, without errors.</param>
    public TrainingPreset Chosen(ParseResult result)
    {
        T Given<T>(Option<T> option, T otherwise) => result.GetResult(option) is { Implicit: false } ? result.GetRequiredValue(option) : otherwise;

        var named = result.GetRequiredValue(preset).Value;
        var usual = result.GetResult(optimizer) is { Implicit: false }
            ? named.Settings.With(result.GetRequiredValue(optimizer).Value)
            : named.Settings;
        return new TrainingPreset(
            Given(hidden, named.Hidden),
            Given(layers, named.Layers),
            Valid(usual with
            {
                Epochs = Given(epochs, usual.Epochs),
                Batch = Given(batch, usual.Batch),
                Steps = Given(steps, usual.Steps),
                Windows = Given(windows, usual.Windows),
                LearningRate = Given(learningRate, usual.LearningRate),
                Decay = Given(decay, usual.Decay),
                Dropout = Given(dropout, usual.Dropout),
                ClipNorm = Given(clipNorm, usual.ClipNorm),
                Precision = result.GetRequiredValue(precision).Value,
                Seed = Given(seed, usual.Seed),
            }));
    }

    private static TrainingSettings Valid(TrainingSettings settings)
    {
        try
        {
            return settings.Validated();
        }
        catch (ModelException error)
        {
            throw CommandException.WrongUsage(error.Message);
        }
    }
}
