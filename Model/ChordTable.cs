namespace GpuJazz.Model;

/// <summary>What each chord that a model hears is made of: parts, such as its root and its tones, that chords have in common.</summary>
/// <remarks>
/// Each part has a row of <c>lstm.chord</c>, and a chord adds the rows of its parts: so what is learned of a part under one chord
/// holds under all that have it. Tables are equal if they say the same.
/// </remarks>
public sealed class ChordTable : IEquatable<ChordTable>
{
    /// <summary>The most parts that there may be.</summary>
    public const int MostParts = 4096;

    /// <summary>A table.</summary>
    /// <param name="partsOf">[C]: the different parts of each chord, from 0 to <see cref="MostParts"/> − 1, in any order; a chord may have none, but one has a part.</param>
    /// <exception cref="ModelException">A part is out of range or named twice, or no chord has any.</exception>
    public ChordTable(IEnumerable<IEnumerable<int>> partsOf)
    {
        PartsOf = [.. partsOf.Select(parts => parts.Order().ToArray())];
        var all = PartsOf.SelectMany(parts => parts).ToArray();
        if (all.Length == 0 || all.Min() < 0 || all.Max() >= MostParts || PartsOf.Any(parts => parts.Distinct().Count() < parts.Count))
            throw new ModelException($"chords are made of different parts, numbered from 0 to {MostParts - 1}");
        Parts = all.Max() + 1;
    }

    /// <summary>The parts of each chord, ascending, [C].</summary>
    public IReadOnlyList<IReadOnlyList<int>> PartsOf { get; }

    /// <summary>C, the chords.</summary>
    public int Chords => PartsOf.Count;

    /// <summary>P, the parts: one more than the greatest.</summary>
    public int Parts { get; }

    /// <summary>1 where a chord has a part, else 0, [C, P].</summary>
    /// <returns>A new array.</returns>
    public float[] Members()
    {
        var members = new float[Chords * Parts];
        for (var chord = 0; chord < Chords; chord++)
            foreach (var part in PartsOf[chord]) members[(chord * Parts) + part] = 1;
        return members;
    }

    /// <inheritdoc/>
    public bool Equals(ChordTable? other) => other is not null && Chords == other.Chords && PartsOf.Zip(other.PartsOf).All(pair => pair.First.SequenceEqual(pair.Second));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ChordTable);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Chords, Parts);
}
