using GpuJazz.Host.Corpus;
using GpuJazz.Model;

namespace GpuJazz.Host.Training;

/// <summary>What a <c>gpujazz train</c> asks for.</summary>
internal sealed record TrainRequest
{
    /// <summary>The folder that is written when no other is named.</summary>
    public const string UsualFolder = "out";

    /// <summary>Files and folders; none for the tunes that come with the program.</summary>
    public required IReadOnlyList<string> Data { get; init; }

    /// <summary>Where the model and all else is written.</summary>
    public required string Folder { get; init; }

    /// <summary>What the kernels run on.</summary>
    public AcceleratorChoice Accelerator { get; init; }

    /// <summary>The folder in which kernels are written as they were compiled; null for none.</summary>
    public string? DumpKernels { get; init; }

    /// <summary>How it is trained.</summary>
    public required TrainingSettings Settings { get; init; }

    /// <summary>H, hidden units.</summary>
    public required int Hidden { get; init; }

    /// <summary>L, LSTM layers.</summary>
    public required int Layers { get; init; }

    /// <summary>How the tunes are read.</summary>
    public required CorpusOptions Corpus { get; init; }

    /// <summary>The share of the tunes that is not learned; 0 for none.</summary>
    public double HeldOut { get; init; }

    /// <summary>With tunes that are not learned: epochs without a better one before training stops.</summary>
    public int Patience { get; init; } = int.MaxValue;

    /// <summary>Epochs between saves.</summary>
    public required int SaveEvery { get; init; }

    /// <summary>Whether to go on from the model in the folder.</summary>
    public bool Resume { get; init; }

    /// <summary>The words of this command line, to print how to go on.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }
}
