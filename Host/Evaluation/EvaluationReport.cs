using GpuJazz.Music;

namespace GpuJazz.Host.Evaluation;

/// <summary>What came out of an evaluation.</summary>
/// <param name="Model">The model's file, or null.</param>
/// <param name="Perplexity">How well held-out tunes were foretold, or null if there were none.</param>
/// <param name="Solos">The solos.</param>
/// <param name="Tunes">The mean of each measure over the tunes that were learned, to compare with; null if they are not known.</param>
/// <param name="Remarks">What a reader must know to take the numbers right, a sentence each.</param>
internal sealed record EvaluationReport(
    string? Model,
    PerplexityReport? Perplexity,
    IReadOnlyList<EvaluatedSolo> Solos,
    IReadOnlyList<double?>? Tunes,
    IReadOnlyList<string> Remarks)
{
    /// <summary>The mean of each measure over the solos.</summary>
    public IReadOnlyList<double?> Mean { get; } = SoloMeasure.Mean([.. Solos.Select(solo => solo.Values)]);
}
