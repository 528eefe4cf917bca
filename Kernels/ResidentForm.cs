using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>What a <see cref="ResidentImprovisation"/> is compiled for, and how it lies in a group.</summary>
/// <remarks>
/// Four neighbours share a unit, a quarter of each sum: of every 16 h the first has the first four, the second the next four, and so on, so
/// that each reads four in a row and a warp reads all banks. What is padding has the weight 0, and its h is then 0 as well.
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

    private const int MostColumns = 16;
    private const int MostWeights = 136;
    private const int MostHidden = 64;

    // So that what four neighbours write of four rows lies in banks of its own.
    private const int Padding = 8;

    /// <summary>The solos of a group.</summary>
    public int Solos => Tiles == 0 ? 1 : Tiles * FourRows.Count;

    /// <summary>The units of a group, so many that its warps are full.</summary>
    public int Units => Over(Hidden, Warp / Slices) * (Warp / Slices);

    /// <summary>The work-items of a group.</summary>
    public int Width => Units * Slices;

    /// <summary>How many h a work-item multiplies: a quarter of all, in fours.</summary>
    public int Depth => Over(Hidden, 4 * Slices) * 4;

    /// <summary>The tokens whose logits four neighbours sum: their own number, and then each as many further on as there are units.</summary>
    public int Tokens => Over(Vocabulary, Units);

    /// <summary>The sums that a work-item has a part in: its unit's gates, then its tokens' logits.</summary>
    public int Columns => Gates + Tokens;

    /// <summary>The weights that a work-item keeps: of each sum, and behind them the biases.</summary>
    public int Weights => (Depth + 1) * Columns;

    /// <summary>Where among them the biases start.</summary>
    public int Biases => Depth * Columns;

    /// <summary>The tokens that each of a warp's work-items looks at where it picks a note.</summary>
    public int Stretch => Over(Vocabulary, Warp);

    /// <summary>From one solo's h to the next one's in shared memory.</summary>
    public int HiddenRow => Depth * Slices + Padding;

    /// <summary>From one solo's logits to the next one's in shared memory.</summary>
    public int LogitRow => Stretch * Warp + Padding;

    /// <summary>How the solos of an improvisation are best dealt out.</summary>
    /// <param name="shape">The sizes.</param>
    /// <param name="accelerator">The accelerator.</param>
    /// <returns>One solo a group while no multiprocessor has two, and tiles so many that each multiprocessor has a group.</returns>
    public static ResidentForm Of(ImprovisationShape shape, Accelerator accelerator) => new(
        shape.Hidden,
        shape.Vocabulary,
        shape.Solos <= accelerator.NumMultiprocessors ? 0 : shape.Solos <= accelerator.NumMultiprocessors * FourRows.Count ? 1 : 2);

    /// <summary>Whether there is such a form of an improvisation.</summary>
    /// <param name="shape">The sizes.</param>
    /// <param name="rule">How a note is picked.</param>
    /// <param name="accelerator">The accelerator.</param>
    /// <returns>True through CUDA, if the weights find room in registers, and for what the form knows.</returns>
    public static bool Suits(ImprovisationShape shape, SamplingRule rule, Accelerator accelerator)
    {
        var form = new ResidentForm(shape.Hidden, shape.Vocabulary, 0);
        return accelerator.AcceleratorType == AcceleratorType.Cuda
            && shape.Hidden <= MostHidden && form.Columns <= MostColumns && form.Weights <= MostWeights
            && shape is { Layers: 1, Chords: 0, First: 0 } && rule.Recent == 0 && !rule.Cuts(shape.Vocabulary);
    }

    /// <summary>Which h a work-item's weight belongs to. For kernels.</summary>
    /// <param name="slice">The place among its neighbours, 0 to 3.</param>
    /// <param name="n">The number of the weight, from 0.</param>
    /// <returns>k, from 0; H or more for padding.</returns>
    public static int PlaceOf(int slice, int n) => HeldWeights.PlaceOf(slice, Slices, n);

    private static int Over(int count, int by) => (count - 1) / by + 1;
}
