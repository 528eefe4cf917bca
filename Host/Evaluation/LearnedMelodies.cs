using GpuJazz.Host.Corpus;
using GpuJazz.Host.Display;
using GpuJazz.Music;

namespace GpuJazz.Host.Evaluation;

/// <summary>The tunes that were learned, as far as an evaluation needs them: their tokens, what finds copies of them, and the habits of some.</summary>
/// <remarks>Tunes are let go as they are read, so that thousands of them fit.</remarks>
internal sealed class LearnedMelodies
{
    // As much of a large corpus as tells its habits.
    private const int MostMeasured = 60;

    private readonly IReadOnlyList<Solo> measured;

    private LearnedMelodies(TuneCorpus corpus, CopySearch copies, IReadOnlyList<Solo> measured) =>
        (Corpus, Copies, this.measured) = (corpus, copies, measured);

    /// <summary>The tokens.</summary>
    public TuneCorpus Corpus { get; }

    /// <summary>Finds what a solo copies from the tunes.</summary>
    public CopySearch Copies { get; }

    /// <summary>Reads tunes.</summary>
    /// <param name="sources">Where they are; one of them at least is learned.</param>
    /// <param name="options">How they are read.</param>
    /// <param name="terminal">Where progress and bad files are shown.</param>
    public static LearnedMelodies Read(IReadOnlyList<TuneSource> sources, CorpusOptions options, Terminal terminal)
    {
        var melodies = new CopySources();
        List<Solo> measured = [];
        var every = ((sources.Count - 1) / MostMeasured) + 1;
        var seen = 0;
        var corpus = TuneCorpus.Read(sources, options, terminal, tune =>
        {
            if (tune.Measures.Count == 0) return;
            melodies.Add(tune);
            if (seen++ % every == 0) measured.Add(TuneMelody.Of(tune));
        });
        return new LearnedMelodies(corpus, new CopySearch(melodies), measured);
    }

    /// <summary>The mean of each measure over the tunes, or over some of them, evenly spread, where they are many.</summary>
    /// <param name="range">Where a melody should lie.</param>
    /// <returns>A value for each of <see cref="SoloMeasure.All"/>.</returns>
    public IReadOnlyList<double?> Habits(Register range) =>
        SoloMeasure.Mean([.. measured.AsParallel().AsOrdered().Select(tune => SoloMeasure.Measure(tune, range))]);
}
