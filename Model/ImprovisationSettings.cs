using GpuJazz.Kernels;

namespace GpuJazz.Model;

/// <summary>How solos are improvised.</summary>
public sealed record ImprovisationSettings
{
    /// <summary>N, the tokens of each solo; at least 1.</summary>
    public int Notes { get; init; } = 50;

    /// <summary>B, how many solos; at least 1.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Whether tokens are drawn or the likeliest is taken each time.</summary>
    public SamplingKind Sampling { get; init; } = SamplingKind.Softmax;

    /// <summary>Divides the logits: below 1 safer, above 1 wilder; greater than 0.</summary>
    public double Temperature { get; init; } = 0.5;

    /// <summary>Draws from this many of the likeliest tokens; 0 for all.</summary>
    public int TopK { get; init; }

    /// <summary>Draws from the fewest of the likeliest tokens that hold this share of the probability; 1 for all.</summary>
    public double TopP { get; init; } = 1;

    /// <summary>Makes tokens less likely that were drawn shortly before: 1 as they are, more the greater it is; from 1 to 10.</summary>
    public double RepetitionPenalty { get; init; } = 1;

    /// <summary>The random numbers' seed: solo s of a call is solo 0 of a call with this plus s.</summary>
    public int Seed { get; init; }

    /// <summary>Checks the values.</summary>
    /// <returns>These settings.</returns>
    /// <exception cref="ModelException">A value is out of range; the message names its option.</exception>
    public ImprovisationSettings Validated()
    {
        Require(Notes is >= 1 and <= 100_000, "--notes", "from 1 to 100000");
        Require(Count is >= 1 and <= 100_000, "--count", "from 1 to 100000");
        Require(Temperature is >= 0.01 and <= 100, "--temperature", "from 0.01 to 100 (for the likeliest token each time: --sampling argmax)");
        Require(TopK >= 0, "--top-k", "of at least 1, or leave it out for all tokens");
        Require(TopP is > 0 and <= 1, "--top-p", "above 0 and at most 1");
        Require(RepetitionPenalty is >= 1 and <= 10, "--repetition-penalty", "from 1 to 10");
        Require(Seed >= 0, "--seed", "of at least 0");
        return this;
    }

    internal SamplingRule Rule() => Sampling == SamplingKind.Argmax
        ? SamplingRule.Argmax with { Penalty = (float)RepetitionPenalty }
        : new SamplingRule((float)Temperature, TopK, (float)TopP, (uint)Seed, (float)RepetitionPenalty);

    private static void Require(bool holds, string option, string range)
    {
        if (!holds) throw new ModelException($"{option} must be a number {range}");
    }
}

/// <summary>How the next token is picked.</summary>
public enum SamplingKind
{
    /// <summary>The likeliest token each time: always the same solo.</summary>
    Argmax,

    /// <summary>A draw from the softmax with temperature.</summary>
    Softmax,
}
