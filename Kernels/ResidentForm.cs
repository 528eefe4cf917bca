using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>What a <see cref="ResidentImprovisation"/> is compiled for, and how it lies in a group.</summary>
/// <remarks>
/// Four neighbours share a unit, a quarter of each sum: of every 16 h the first has the first four, the second the next four, and so on, so
/// that each reads four in a row and a warp reads all banks. What is padding has the weight 0, and its h is then 0 as well.
/// A multiprocessor has 65536 registers: 256 work-items have as many as they like, 384 have 168 each, 512 have 128. Weights for which they are too
/// few lie in shared memory, those of the last h.
/// </remarks>
/// <param name="Hidden">H.</param>
/// <param name="Vocabulary">V.</param>
/// <param name="Tiles">The tiles of four solos that a group has; 0 where it has one solo alone.</param>
public readonly record struct ResidentForm(int Hidden, int Vocabulary, int Tiles)
{
    /// <summary>The neighbours that share a unit.</summary>
    public const int Slices = 4;

    /// <summary>The gates of a unit.</summary>
    public const int Gates = 4;

    /// <summary>The work-items of a warp.</summary>
    public const int Warp = 32;

    /// <summary>The most work-items of a group that holds up to 96 units.</summary>
    public const int MiddleWidth = Slices * 96;

    /// <summary>The most work-items of a group.</summary>
    public const int MostWidth = Slices * MostHidden;

    private const int MostHidden = 128;
    private const int MostColumns = 16;

    // Up to 64 units all weights and biases must be in registers.
    private const int NarrowWidth = Slices * 64;
    private const int MostRegistersOfNarrow = 136;

    // What a work-item has, and how many of these the compiler wants for other things than weights, biases and sums: tried out, so that next
    // to nothing is spilled.
    private const int RegistersOfMiddle = 168;
    private const int RegistersOfWide = 128;
    private const int OthersOfMiddle = 23;
    private const int OthersOfSolo = 32;
    private const int OthersOfTile = 28;

    // The h that a work-item reads at once.
    private const int Run = 4;

    // So that what four neighbours write of four rows lies in banks of its own.
    private const int Padding = 8;

    /// <summary>The solos of a group.</summary>
    public int Solos => Tiles == 0 ? 1 : Tiles * FourRows.Count;

    /// <summary>The units of a group, so many that its warps are full.</summary>
    public int Units => Over(Hidden, Warp / Slices) * (Warp / Slices);

    /// <summary>The work-items of a group.</summary>
    public int Width => Units * Slices;

    /// <summary>How many h a work-item multiplies: a quarter of all, in fours.</summary>
    public int Depth => Over(Hidden, Run * Slices) * Run;

    /// <summary>The tokens whose logits four neighbours sum: their own number, and then each as many further on as there are units.</summary>
    public int Tokens => Over(Vocabulary, Units);

    /// <summary>The sums that a work-item has a part in: its unit's gates, then its tokens' logits.</summary>
    public int Columns => Gates + Tokens;

    /// <summary>The numbers that a work-item keeps in registers: weights, and behind them the biases.</summary>
    public int Held => Biases + Columns;

    /// <summary>Where among them the biases start.</summary>
    public int Biases => Share.Held;

    /// <summary>Which kernel it is for: 0 for those where a work-item has as many registers as it likes, then by how few it has.</summary>
    public int Level => Width <= NarrowWidth ? 0 : Width <= MiddleWidth ? 1 : 2;

    /// <summary>The tokens that each of a warp's work-items looks at where it picks a note.</summary>
    public int Stretch => Over(Vocabulary, Warp);

    /// <summary>From one solo's h to the next one's in shared memory.</summary>
    public int HiddenRow => Depth * Slices + Padding;

    /// <summary>From one solo's logits to the next one's in shared memory.</summary>
    public int LogitRow => Stretch * Warp + Padding;

    /// <summary>The bytes of shared memory that a group takes, and a little.</summary>
    public int SharedBytes => sizeof(float)
        * (Share.OthersLength + Solos * (HiddenRow + LogitRow + Warp + 1) + (Tiles == 0 ? 0 : Solos * Units * (Gates + 1)));

    /// <summary>The least weights that are those of whole h and whole fours.</summary>
    internal int Step => Columns % 4 == 0 ? Columns : Columns % 2 == 0 ? 2 * Columns : 4 * Columns;

    /// <summary>Where a work-item's weights are: by h, and of each h by column.</summary>
    internal WeightShare Share
    {
        get
        {
            var (weights, most) = (Depth * Columns, Room / Step * Step);
            return new(weights, Level == 0 || most >= weights ? weights : most < 0 ? 0 : most, Width);
        }
    }

    // The registers for weights.
    private int Room => (Level == 1 ? RegistersOfMiddle - OthersOfMiddle : RegistersOfWide - (Tiles == 0 ? OthersOfSolo : OthersOfTile))
        - Columns - Columns * (Tiles == 0 ? 1 : FourRows.Count);

    /// <summary>How the solos of an improvisation are best dealt out.</summary>
    /// <param name="shape">The sizes.</param>
    /// <param name="accelerator">The accelerator.</param>
    /// <returns>
    /// One solo a group while no multiprocessor has two, or where there is no memory for more; else tiles so many that each multiprocessor has a group.
    /// </returns>
    public static ResidentForm Of(ImprovisationShape shape, Accelerator accelerator)
    {
        var alone = new ResidentForm(shape.Hidden, shape.Vocabulary, 0);
        if (shape.Solos <= accelerator.NumMultiprocessors) return alone;
        var (one, two) = (alone with { Tiles = 1 }, alone with { Tiles = 2 });
        if (shape.Solos > accelerator.NumMultiprocessors * FourRows.Count && two.Fits(accelerator)) return two;
        return one.Fits(accelerator) ? one : alone;
    }

    /// <summary>Whether there is such a form of an improvisation.</summary>
    /// <param name="shape">The sizes.</param>
    /// <param name="rule">How a note is picked.</param>
    /// <param name="accelerator">The accelerator.</param>
    /// <returns>True through CUDA, if the weights find room on a multiprocessor, and for what the form knows.</returns>
    public static bool Suits(ImprovisationShape shape, SamplingRule rule, Accelerator accelerator) =>
        accelerator.AcceleratorType == AcceleratorType.Cuda
        && shape.Hidden <= MostHidden
        && shape is { Layers: 1, Chords: 0, First: 0 } && rule.Recent == 0 && !rule.Cuts(shape.Vocabulary)
        && Of(shape, accelerator).Fits(accelerator);

    /// <summary>Which h a work-item's weight belongs to. For kernels.</summary>
    /// <param name="slice">The place among its neighbours, 0 to 3.</param>
    /// <param name="n">The number of the weight, from 0.</param>
    /// <returns>k, from 0; H or more for padding.</returns>
    public static int PlaceOf(int slice, int n) => HeldWeights.PlaceOf(slice, Slices, n);

    private bool Fits(Accelerator accelerator) =>
        Columns <= MostColumns && (Level > 0 || Held <= MostRegistersOfNarrow) && SharedBytes <= accelerator.MaxSharedMemoryPerGroup;

    private static int Over(int count, int by) => (count - 1) / by + 1;
}
