using GpuJazz.Host.Cli;
using GpuJazz.Model;

namespace GpuJazz.Host.Corpus;

/// <summary>The tunes of a corpus that are not learned, so that it can be told how well a model foretells what it has never met.</summary>
/// <param name="Names">Their names, in the order of reading; empty if all are learned.</param>
/// <param name="Indices">Their tokens as indices into the vocabulary, −1 for one that it lacks.</param>
/// <param name="Chords">The class of the chord under each token; null where chords are not heard.</param>
internal sealed record HeldOutTunes(IReadOnlyList<string> Names, IReadOnlyList<int[]> Indices, IReadOnlyList<int[]>? Chords = null)
{
    /// <summary>All their tokens.</summary>
    public int Length => Indices.Sum(tune => tune.Length);

    /// <summary>Whether there are tokens that the model can be asked for.</summary>
    public bool AreKnown => Indices.Any(tune => tune.Any(token => token >= 0));

    /// <summary>The share of their tokens that are in the vocabulary under their own name.</summary>
    /// <param name="unknown">The index of the vocabulary's unknown token, or −1.</param>
    public double Coverage(int unknown) => Indices.Sum(tune => tune.Count(token => token >= 0 && token != unknown)) / (double)Math.Max(1, Length);

    /// <summary>Draws the tunes that are held out.</summary>
    /// <remarks>Tunes of the same name are drawn together: they may be the same tune, and then holding one out would prove nothing.</remarks>
    /// <param name="sources">All tunes.</param>
    /// <param name="share">The share of their names, from 0 to 1; above 0 it is at least one name, and one is always left to learn.</param>
    /// <param name="seed">Where the draw begins.</param>
    /// <returns>Their names; none if the share is 0.</returns>
    public static IReadOnlySet<string> Draw(IReadOnlyList<TuneSource> sources, double share, int seed)
    {
        if (share == 0) return new HashSet<string>();
        string[] names = [.. sources.Select(source => source.Name).Distinct()];
        if (names.Length < 2)
            throw CommandException.WrongUsage($"--held-out needs another tune to learn than '{names[0]}'; name more with --data, or leave it out");
        var count = Math.Clamp((int)Math.Round(share * names.Length), 1, names.Length - 1);
        return EpochOrder.Of(seed, 0, names.Length).Take(count).Select(index => names[index]).ToHashSet();
    }
}
