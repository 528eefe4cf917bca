using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>What the work-items of a group find while they pick notes, in its shared memory: a row of parts a solo.</summary>
/// <param name="Numbers">[16, parts]: the likeliest logits, then sums of weights.</param>
/// <param name="Tokens">[16, parts]: the likeliest tokens.</param>
/// <param name="Lasts">[16]: the last token that a solo's draw keeps, where it is cut.</param>
public readonly record struct PickParts(ArrayView<float> Numbers, ArrayView<int> Tokens, ArrayView<int> Lasts)
{
    /// <summary>The most work-items that a solo's picking is shared by: a vector of lanes, and few enough to be gone through.</summary>
    public const int Most = 16;

    /// <summary>The most solos of a group.</summary>
    public const int Solos = TileGroups.Most * FourRows.Count;

    /// <summary>The length of <see cref="Numbers"/> and <see cref="Tokens"/>.</summary>
    public const int Length = Solos * Most;

    /// <summary>How many work-items there are for a solo: fewer where a group is narrow.</summary>
    public static int Count => Group.DimX < Most ? Group.DimX : Most;

    /// <summary>How many tokens each work-item sums.</summary>
    /// <param name="vocabulary">V.</param>
    /// <returns>⌈V / count⌉.</returns>
    public static int Stretch(int vocabulary) => (vocabulary - 1) / Count + 1;

    /// <summary>Where the parts of this work-item's solo stand.</summary>
    /// <param name="tile">The number of the tile in the group.</param>
    /// <returns>The place of the first.</returns>
    public static int Of(int tile) => (tile * FourRows.Count + Group.IdxY) * Most;

    /// <summary>The likeliest of all parts.</summary>
    /// <param name="tile">The number of the tile in the group.</param>
    /// <returns>The token and its logit.</returns>
    public Leader Leader(int tile)
    {
        var leader = Kernels.Leader.None;
        for (var i = 0; i < Count; i++) leader = leader.Or(Numbers[Of(tile) + i], Tokens[Of(tile) + i]);
        return leader;
    }

    /// <summary>The sum of all parts, in their order.</summary>
    /// <param name="tile">The number of the tile in the group.</param>
    /// <returns>The sum.</returns>
    public float Sum(int tile)
    {
        var sum = 0f;
        for (var i = 0; i < Count; i++) sum += Numbers[Of(tile) + i];
        return sum;
    }

    /// <summary>The part in which the running sum exceeds a mark; if rounding leaves the mark at the very end, the last that is not 0.</summary>
    /// <param name="tile">The number of the tile in the group.</param>
    /// <param name="mark">The mark.</param>
    /// <returns>The number of the part in the place of the token, and the sum of those before it in the place of the logit.</returns>
    public Leader Find(int tile, float mark)
    {
        var found = new Leader(0f, 0);
        var sum = 0f;
        for (var i = 0; i < Count; i++)
        {
            var part = Numbers[Of(tile) + i];
            if (part > 0f && sum <= mark)
            {
                found = new(sum, i);
                sum += part;
            }
        }

        return found;
    }

    /// <summary>The last token that this work-item's solo keeps.</summary>
    /// <param name="tile">The number of the tile in the group.</param>
    /// <param name="cuts">Whether its draw is cut.</param>
    /// <returns>The token, or −1 where all are kept.</returns>
    public int LastKept(int tile, bool cuts) => cuts ? Lasts[tile * FourRows.Count + Group.IdxY] : -1;
}
