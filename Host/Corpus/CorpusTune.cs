using GpuJazz.Music;

namespace GpuJazz.Host.Corpus;

/// <summary>What is kept of a tune besides its tokens: a few numbers, so that thousands of tunes fit.</summary>
/// <param name="Name">The name to print.</param>
/// <param name="Measures">How many measures are learned.</param>
/// <param name="Notes">How many notes its melody has.</param>
/// <param name="BeatsPerMinute">The tempo at its start, in quarter notes a minute.</param>
internal sealed record CorpusTune(string Name, int Measures, int Notes, double BeatsPerMinute)
{
    /// <summary>All that was read of it; null unless it was asked for or this is the only tune.</summary>
    public TokenizedTune? Whole { get; init; }

    /// <summary>What is kept of a tune.</summary>
    public static CorpusTune Of(Tune tune) => new(
        tune.Name, tune.Measures.Count, tune.Measures.Sum(measure => measure.Melody.Count(note => !note.IsRest)), tune.BeatsPerMinute);
}
