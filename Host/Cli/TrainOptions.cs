using System.CommandLine;
using GpuJazz.Host.Training;
using GpuJazz.Model;

namespace GpuJazz.Host.Cli;

/// <summary>The options of <c>gpujazz train</c>, and what they ask for.</summary>
internal sealed class TrainOptions
{
    private const int MostUnits = 8192;

    private readonly Option<string[]> data = OptionFactory.Texts(
        "--data", "path", "MIDI, ABC or MusicXML files, and folders of them; without it the tunes that come with gpujazz");

    private readonly Option<string?> folder = OptionFactory.Text(
        "--out", "folder", $"The folder that receives the model, its loss curve and a first solo [default: {TrainRequest.UsualFolder}]");

    private readonly Option<Choice<AcceleratorChoice>> accelerator = SharedOptions.Accelerator();
    private readonly Option<int> epochs = OptionFactory.Whole("--epochs", 100, 1, 1_000_000, "Passes over all windows");
    private readonly Option<int> batch = OptionFactory.Whole("--batch", 32, 1, 1_000_000, "Windows in an update");
    private readonly Option<int> hidden = HiddenUnits();
    private readonly Option<int> layers = LstmLayers();
    private readonly Option<int> steps = OptionFactory.Whole("--steps", 30, 2, 10_000, "Tokens in a window");
    private readonly Option<int> windows = OptionFactory.Whole("--windows", 60, 1, 1_000_000, "Windows drawn from the tunes");
    private readonly CorpusReadingOptions corpus = new();
    private readonly Option<double> learningRate = OptionFactory.Real("--learning-rate", 0.01, 0, 10, false, "Adam's step length before decay");
    private readonly Option<double> decay = OptionFactory.Real("--decay", 0.01, 0, 1e6, true, "The step length is divided by 1 + decay times the updates done");
    private readonly Option<int> seed = SharedOptions.Seed();
    private readonly Option<int> saveEvery = OptionFactory.Whole("--save-every", 10, 1, 1_000_000, "Epochs between saves of the model");
    private readonly Option<string?> dumpKernels = SharedOptions.DumpKernels();
    private readonly Option<bool> resume = OptionFactory.Switch("--resume", "Go on from the model in --out as if it had never stopped");

    /// <summary>The option <c>--hidden</c>, which <c>inspect</c> has too.</summary>
    public static Option<int> HiddenUnits() => OptionFactory.Whole("--hidden", 64, 1, MostUnits, "Hidden units of each LSTM layer");

    /// <summary>The option <c>--layers</c>, which <c>inspect</c> has too.</summary>
    public static Option<int> LstmLayers() => OptionFactory.Whole("--layers", 1, 1, ModelShape.MaxLayers, "LSTM layers, one on the other");

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        Option[] all =
        [
            data, folder, accelerator, epochs, batch, hidden, layers, steps, windows, learningRate, decay, seed, saveEvery, resume,
            dumpKernels,
        ];
        foreach (var option in all) command.Add(option);
        corpus.AddTo(command);
    }

    /// <summary>What a command line asks for.</summary>
    /// <param name="result">The parsed line, without errors.</param>
    public TrainRequest Request(ParseResult result) => new()
    {
        Data = result.GetValue(data) ?? [],
        Folder = result.GetValue(folder) ?? TrainRequest.UsualFolder,
        Accelerator = result.GetRequiredValue(accelerator).Value,
        DumpKernels = result.GetValue(dumpKernels),
        Settings = Valid(new TrainingSettings
        {
            Epochs = result.GetValue(epochs),
            Batch = result.GetValue(batch),
            Steps = result.GetValue(steps),
            Windows = result.GetValue(windows),
            LearningRate = result.GetValue(learningRate),
            Decay = result.GetValue(decay),
            Seed = result.GetValue(seed),
        }),
        Hidden = result.GetValue(hidden),
        Layers = result.GetValue(layers),
        Corpus = corpus.Request(result, areOwn: result.GetValue(data) is null or []),
        SaveEvery = result.GetValue(saveEvery),
        Resume = result.GetValue(resume),
        Arguments = [.. result.Tokens.Select(token => token.Value)],
    };

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
