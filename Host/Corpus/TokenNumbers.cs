using System.Runtime.InteropServices;
using GpuJazz.Music;

namespace GpuJazz.Host.Corpus;

/// <summary>Numbers tokens as they come, tune by tune, so that no text needs to be kept but the vocabulary's.</summary>
internal sealed class TokenNumbers
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<int> counts = [];
    private readonly List<int[]> learned = [];
    private readonly List<int[]> heldOut = [];

    /// <summary>Adds the tokens of a tune that is learned.</summary>
    public void Add(IEnumerable<string> tokens)
    {
        learned.Add([.. tokens.Select(NumberOf)]);
        foreach (var number in learned[^1]) counts[number]++;
    }

    /// <summary>Adds the tokens of a tune that is held out.</summary>
    public void AddHeldOut(IEnumerable<string> tokens) => heldOut.Add([.. tokens.Select(NumberOf)]);

    /// <summary>The vocabulary of what is learned, and each tune's tokens as indices into it.</summary>
    /// <remarks>Numbers depend on the order of coming, indices do not. The tunes' arrays are renumbered in place: add no more tokens.</remarks>
    /// <param name="minCount">How often a token must have come in tunes that are learned.</param>
    /// <returns>
    /// The vocabulary, with an unknown token if some came too rarely; of others a tune that is held out has the index −1.
    /// </returns>
    public (Vocabulary Vocabulary, IReadOnlyList<int[]> Learned, IReadOnlyList<int[]> HeldOut) Sorted(int minCount)
    {
        var known = numbers.Where(pair => counts[pair.Value] >= minCount).Select(pair => pair.Key);
        var isAnyRare = counts.Exists(count => count > 0 && count < minCount);
        var vocabulary = new Vocabulary(isAnyRare ? known.Append(Vocabulary.Unknown) : known);
        var indexOf = new int[numbers.Count];
        foreach (var (token, number) in numbers) indexOf[number] = vocabulary.IndexOf(token);
        foreach (var tune in learned.Concat(heldOut))
            for (var i = 0; i < tune.Length; i++) tune[i] = indexOf[tune[i]];
        return (vocabulary, learned, heldOut);
    }

    private int NumberOf(string token)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, token, out var isKnown);
        if (!isKnown)
        {
            number = numbers.Count - 1;
            counts.Add(0);
        }

        return number;
    }
}
