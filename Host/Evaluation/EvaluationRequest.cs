using GpuJazz.Host.Improvising;
using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Host.Evaluation;

/// <summary>What a <c>gpujazz evaluate</c> asks for.</summary>
internal sealed record EvaluationRequest
{
    /// <summary>Solos to measure: files and folders.</summary>
    public IReadOnlyList<string> Solos { get; init; } = [];

    /// <summary>The model file; null to measure files alone.</summary>
    public string? Model { get; init; }

    /// <summary>The tunes that the model is to foretell; none for those that its training held out, if there are any.</summary>
    public IReadOnlyList<string> HeldOut { get; init; } = [];

    /// <summary>The tunes that were learned, to compare with; none for those that come with the program.</summary>
    public IReadOnlyList<string> Corpus { get; init; } = [];

    /// <summary>What to improvise over; where it names nothing, the changes of every tune that was learned, in turn.</summary>
    public required ChordRequest Chords { get; init; }

    /// <summary>How solos are improvised, and how many.</summary>
    public required ImprovisationSettings Improvisation { get; init; }

    /// <summary>How tokens become a solo.</summary>
    public required SoloSettings Solo { get; init; }

    /// <summary>What the kernels run on.</summary>
    public AcceleratorChoice Accelerator { get; init; }

    /// <summary>The page to write; null for none.</summary>
    public string? Html { get; init; }

    /// <summary>Whether the report is for a program.</summary>
    public bool Json { get; init; }
}
