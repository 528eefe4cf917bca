using System.CommandLine;
using GpuJazz.Host.Corpus;

namespace GpuJazz.Host.Cli;

/// <summary>The options of <c>gpujazz train</c> about what of the tunes is learned: which of them, which tokens, and whether with their chords.</summary>
internal sealed class LearnedPartOptions
{
    private const int UsualPatience = 20;

    private readonly Option<double> share = OptionFactory.Real(
        "--held-out", 0, 0, 0.5, true, "The share of the tunes that is not learned: training stops when they are foretold no better, and keeps the best model too");

    private readonly Option<int?> patience = OptionFactory.WholeOrNone(
        "--patience", 1, 1_000_000, $"With --held-out: epochs without a better one before training stops [default: {UsualPatience}]");

    private readonly Option<int> minCount = OptionFactory.Whole(
        "--min-count", 1, 1, 1_000_000, "Tokens that are met less often than this are learned as one, unknown, which is never played");

    private readonly Option<Choice<bool>> condition = OptionFactory.Among(
        "--condition",
        "What the model hears beside the tokens: none, or chords: the one where the next token begins, by its root in the key and its kind",
        (Word(false), false),
        (Word(true), true));

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> All => [share, patience, minCount, condition];

    /// <summary>The word for what a model hears beside the tokens.</summary>
    /// <param name="hearsChords">Whether it hears chords.</param>
    public static string Word(bool hearsChords) => hearsChords ? "chords" : "none";

    /// <summary>Options with what is learned of the tunes.</summary>
    /// <param name="result">The parsed line, without errors.</param>
    /// <param name="corpus">How the tunes are read.</param>
    public CorpusOptions Plan(ParseResult result, CorpusOptions corpus) => corpus with
    {
        MinCount = result.GetValue(minCount),
        HearsChords = result.GetRequiredValue(condition).Value,
    };

    /// <summary>The share of the tunes that is held out; 0 for none.</summary>
    public double Share(ParseResult result) => result.GetValue(share);

    /// <summary>Epochs without a better one before training stops.</summary>
    public int Patience(ParseResult result)
    {
        var given = result.GetValue(patience);
        if (given is not null && Share(result) == 0)
            throw CommandException.WrongUsage("--patience waits for tunes that are held out; say with --held-out how many, or leave it out");
        return given ?? UsualPatience;
    }
}
