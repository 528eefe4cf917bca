namespace GpuJazz.Music;

/// <summary>The different tokens of a corpus, numbered.</summary>
/// <remarks>Numbers follow ordinal (byte) order, so that an index means the same value whatever order the tokens came in.</remarks>
public sealed class Vocabulary
{
    /// <summary>The token that stands for all that are not in a vocabulary which has it.</summary>
    public const string Unknown = "?";

    private readonly string[] values;
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);

    /// <summary>The vocabulary of some tokens.</summary>
    /// <param name="tokens">The tokens, in any order and any number of times.</param>
    public Vocabulary(IEnumerable<string> tokens)
    {
        values = [.. tokens.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        for (var i = 0; i < values.Length; i++) indices.Add(values[i], i);
        UnknownIndex = indices.GetValueOrDefault(Unknown, -1);
    }

    /// <summary>How many different tokens there are.</summary>
    public int Count => values.Length;

    /// <summary>The number of <see cref="Unknown"/>, or −1 if this vocabulary has none.</summary>
    public int UnknownIndex { get; }

    /// <summary>The tokens by number.</summary>
    public IReadOnlyList<string> Values => values;

    /// <summary>The token with a number.</summary>
    /// <param name="index">The number, from 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such number.</exception>
    public string this[int index] => values[index];

    /// <summary>The number of a token.</summary>
    /// <param name="token">The token.</param>
    /// <returns>From 0 to <see cref="Count"/> − 1; of a token that is not in the vocabulary, <see cref="UnknownIndex"/>.</returns>
    public int IndexOf(string token) => indices.GetValueOrDefault(token, UnknownIndex);
}
