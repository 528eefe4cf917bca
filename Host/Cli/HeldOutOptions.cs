using System.CommandLine;

namespace GpuJazz.Host.Cli;

/// <summary>The options of <c>gpujazz train</c> about tunes and tokens that are not learned.</summary>
internal sealed class HeldOutOptions
{
    private const int UsualPatience = 20;

    private readonly Option<double> share = OptionFactory.Real(
        "--held-out", 0, 0, 0.5, true, "The share of the tunes that is not learned: training stops when they are foretold no better, and keeps the best model too");

    private readonly Option<int?> patience = OptionFactory.WholeOrNone(
        "--patience", 1, 1_000_000, $"With --held-out: epochs without a better one before training stops [default: {UsualPatience}]");

    private readonly Option<int> minCount = OptionFactory.Whole(
        "--min-count", 1, 1, 1_000_000, "Tokens that are met less often than this are learned as one, unknown, which is never played");

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> All => [share, patience, minCount];

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

    /// <summary>How often a token must be met.</summary>
    public int MinCount(ParseResult result) => result.GetValue(minCount);
}
