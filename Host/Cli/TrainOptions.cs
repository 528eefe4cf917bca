using System.CommandLine;
using GpuJazz.Host.Training;
using GpuJazz.Model;

namespace GpuJazz.Host.Cli;

/// <summary>The options of <c>gpujazz train</c>, and what they ask for.</summary>
internal sealed class TrainOptions
{
    private readonly Option<string[]> data = OptionFactory.Texts(
        "--data", "path", "MIDI, ABC or MusicXML files, and folders of them; without it the tunes that come with gpujazz");

    private readonly Option<string?> folder = OptionFactory.Text(
        "--out", "folder", $"The folder that receives the model, its loss curve and a first solo [default: {TrainRequest.UsualFolder}]");

    private readonly Option<Choice<AcceleratorChoice>> accelerator = SharedOptions.Accelerator();
    private readonly LearningOptions learning = new();
    private readonly CorpusReadingOptions corpus = new();
    private readonly LearnedPartOptions learned = new();
    private readonly Option<int> saveEvery = OptionFactory.Whole("--save-every", 10, 1, 1_000_000, "Epochs between saves of the model");
    private readonly Option<string?> dumpKernels = SharedOptions.DumpKernels();
    private readonly Option<bool> resume = OptionFactory.Switch("--resume", "Go on from the model in --out as if it had never stopped");

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        Option[] all =
        [
            data, folder, accelerator, .. learning.All, .. learned.All, saveEvery, resume, dumpKernels,
        ];
        foreach (var option in all) command.Add(option);
        corpus.AddTo(command);
    }

    /// <summary>What a command line asks for.</summary>
    /// <param name="result">The parsed line, without errors.</param>
    public TrainRequest Request(ParseResult result)
    {
        var chosen = learning.Chosen(result);
        return new()
        {
            Data = result.GetValue(data) ?? [],
            Folder = result.GetValue(folder) ?? TrainRequest.UsualFolder,
            Accelerator = result.GetRequiredValue(accelerator).Value,
            DumpKernels = result.GetValue(dumpKernels),
            Settings = chosen.Settings,
            Hidden = chosen.Hidden,
            Layers = chosen.Layers,
            Corpus = learned.Plan(result, corpus.Request(result, areOwn: result.GetValue(data) is null or [])),
            HeldOut = learned.Share(result),
            Patience = learned.Patience(result),
            SaveEvery = result.GetValue(saveEvery),
            Resume = result.GetValue(resume),
            Arguments = [.. result.Tokens.Select(token => token.Value)],
        };
    }
}
