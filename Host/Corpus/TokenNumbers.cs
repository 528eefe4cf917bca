using System.Runtime.InteropServices;
using GpuJazz.Music;

namespace GpuJazz.Host.Corpus;

/// <summary>Numbers tokens as they come, tune by tune, so that no text needs to be kept but the vocabulary's.</summary>
internal sealed class TokenNumbers
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<int[]> tunes = [];

    /// <summary>Adds a tune's tokens.</summary>
    public void Add(IEnumerable<string> tokens) => tunes.Add([.. tokens.Select(NumberOf)]);

    /// <summary>The vocabulary, and each tune's tokens as indices into it.</summary>
    /// <remarks>Numbers depend on the order of coming, indices do not. The tunes' arrays are renumbered in place: add no more tokens.</remarks>
    public (Vocabulary Vocabulary, IReadOnlyList<int[]> Tunes) Sorted()
    {
        var vocabulary = new Vocabulary(numbers.Keys);
        var indexOf = new int[numbers.Count];
        foreach (var (token, number) in numbers) indexOf[number] = vocabulary.IndexOf(token);
        foreach (var tune in tunes)
            for (var i = 0; i < tune.Length; i++) tune[i] = indexOf[tune[i]];
        return (vocabulary, tunes);
    }

    private int NumberOf(string token)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, token, out var isKnown);
        if (!isKnown) number = numbers.Count - 1;
        return number;
    }
}
