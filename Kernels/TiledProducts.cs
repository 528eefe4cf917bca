namespace GpuJazz.Kernels;

/// <summary>Which models take matrix products by tiles, and which the kernels that go over four rows.</summary>
internal static class TiledProducts
{
    // Beyond this length a group's rows of weights no longer stay in the nearest cache, and products by tiles win.
    private const int Shortest = 257;

    /// <summary>Whether a product by a matrix of weights is made by tiles. Rounded factors are made there alone.</summary>
    public static bool Suit(int inputs, int outputs, Precision precision) =>
        precision != Precision.Fp32 || Math.Max(inputs, outputs / 4) >= Shortest;
}
