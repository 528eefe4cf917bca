using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Host.Improvising;

/// <summary>What a <c>gpujazz generate</c> asks for.</summary>
internal sealed record GenerateRequest
{
    /// <summary>The model file.</summary>
    public required string Model { get; init; }

    /// <summary>The chords to play over.</summary>
    public required ChordRequest Chords { get; init; }

    /// <summary>What to write, before numbering.</summary>
    public required SoloFiles Files { get; init; }

    /// <summary>What the kernels run on.</summary>
    public AcceleratorChoice Accelerator { get; init; }

    /// <summary>The folder in which kernels are written as they were compiled; null for none.</summary>
    public string? DumpKernels { get; init; }

    /// <summary>How tokens are picked.</summary>
    public required ImprovisationSettings Improvisation { get; init; }

    /// <summary>How many of the solos to write, the likeliest first; null for all, in the order of their seeds.</summary>
    public int? Best { get; init; }

    /// <summary>How tokens become a solo.</summary>
    public required SoloSettings Solo { get; init; }

    /// <summary>Whether the report is for a program.</summary>
    public bool Json { get; init; }
}
