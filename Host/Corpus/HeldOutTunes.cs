using GpuJazz.Host.Cli;
using GpuJazz.Model;

namespace GpuJazz.Host.Corpus;

/// <summary>The tunes of a corpus that are not learned, so that it can be told how well a model foretells what it has never met.</summary>
/// <param name="Names">Their names, in the order of reading; empty if all are learned.</param>
/// <param name="Indices">Their tokens as indices into the vocabulary, −1 for one that it lacks.</param>
internal sealed record HeldOutTunes(IReadOnlyList<string> Names, IReadOnlyList<int[]> Indices)
{
    /// <summary>All their tokens.</summary>
    public int Length => Indices.Sum(tune => tune.Length);

    /// <summary>Whether there are tokens that the model can be asked for.</summary>
    public bool AreKnown => Indices.Any(tune => tune.Any(token => token >= 0));

    /// <summary>The share of their tokens that are in the vocabulary under their own name.</summary>
    /// <param name="unknown">The index of the vocabulary's unknown token, or −1.</param>
    public double Coverage(int unknown) => Indices.Sum(tune => tune.Count(token => token >= 0 && token != unknown)) / (double)Math.Max(1, Length);

    /// <summary>Draws the tunes that are held out.</summary>
    /// <param name="sources">All tunes.</param>
    /// <param name="share">The share of them, at least one tune; 0 for none.</param>
    /// <param name="seed">Where the draw begins.</param>
    /// <returns>Their names.</returns>
    public static IReadOnlySet<string> Draw(IReadOnlyList<TuneSource> sources, double share, int seed)
    {
        if (share == 0) return new HashSet<string>();
        if (sources.Count < 2) throw CommandException.Failed($"--held-out needs another tune to learn than '{sources[0].Name}'; name more with --data, or leave it out");
        var count = Math.Clamp((int)Math.Round(share * sources.Count), 1, sources.Count - 1);
        return EpochOrder.Of(seed, 0, sources.Count).Take(count).Select(index => sources[index].Name).ToHashSet();
    }
}
