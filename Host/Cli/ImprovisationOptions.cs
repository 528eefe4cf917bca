using System.CommandLine;
using GpuJazz.Model;

namespace GpuJazz.Host.Cli;

/// <summary>The options that say how tokens are picked.</summary>
/// <param name="usual">How many solos without <c>--count</c>.</param>
/// <param name="least">The fewest that may be asked for.</param>
/// <param name="countMeans">The description of <c>--count</c>.</param>
internal sealed class ImprovisationOptions(int usual, int least, string countMeans)
{
    private const int MostNotes = 100_000;
    private const int MostSolos = 10_000;

    private readonly Option<int> notes = OptionFactory.Whole("--notes", 50, 1, MostNotes, "Tokens to draw for each solo");

    private readonly Option<Choice<SamplingKind>> sampling = OptionFactory.Among(
        "--sampling", "How a token is picked: drawn by its probability, or always the likeliest",
        ("softmax", SamplingKind.Softmax), ("argmax", SamplingKind.Argmax));

    private readonly Option<double> temperature = OptionFactory.Real("--temperature", 0.5, 0.01, 100, true, "Below 1 safer, above 1 wilder");

    private readonly Option<int> topK = OptionFactory.Whole(
        "--top-k", 0, 0, int.MaxValue, "Draw from this many of the likeliest tokens; 0 for all");

    private readonly Option<double> topP = OptionFactory.Real(
        "--top-p", 1, 0, 1, false, "Draw from the likeliest tokens that hold this share of the probability");

    private readonly Option<int> seed = SharedOptions.Seed();

    private readonly Option<int> count = OptionFactory.Whole("--count", usual, least, MostSolos, countMeans);

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Add(notes);
        command.Add(sampling);
        command.Add(temperature);
        command.Add(topK);
        command.Add(topP);
        command.Add(seed);
        command.Add(count);
    }

    /// <summary>What is asked for.</summary>
    /// <param name="result">The parsed line.</param>
    public ImprovisationSettings Plan(ParseResult result) => new()
    {
        Notes = result.GetValue(notes),
        Count = result.GetValue(count),
        Sampling = result.GetRequiredValue(sampling).Value,
        Temperature = result.GetValue(temperature),
        TopK = result.GetValue(topK),
        TopP = result.GetValue(topP),
        Seed = result.GetValue(seed),
    };

    /// <summary>Whether the number of solos was said.</summary>
    /// <param name="result">The parsed line.</param>
    public bool HasCount(ParseResult result) => result.GetResult(count) is { Implicit: false };

    /// <summary>Refuses a number of notes where the number of bars is given too.</summary>
    /// <param name="result">The parsed line.</param>
    public void RefuseNotes(ParseResult result)
    {
        if (result.GetResult(notes) is { Implicit: false })
            throw CommandException.WrongUsage("--notes and --bars both say how long a solo is; leave one of them out");
    }
}
