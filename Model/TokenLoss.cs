namespace GpuJazz.Model;

/// <summary>How well tokens were foretold, by whatever foretells them.</summary>
/// <param name="Nats">The sum of −ln p over the tokens.</param>
/// <param name="Tokens">How many tokens.</param>
public readonly record struct TokenLoss(double Nats, int Tokens)
{
    /// <summary>The mean of −ln p, in nats; not a number without tokens.</summary>
    public double Mean => Nats / Tokens;

    /// <summary>e to the mean: as hard as a choice among so many equally likely tokens.</summary>
    public double Perplexity => Math.Exp(Mean);
}
