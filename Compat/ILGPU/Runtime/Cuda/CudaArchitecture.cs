namespace ILGPU.Runtime.Cuda;

/// <summary>The architecture of a chip: its compute capability.</summary>
/// <param name="Major">The number before the point.</param>
/// <param name="Minor">The number behind the point.</param>
public readonly record struct CudaArchitecture(int Major, int Minor) : IComparable<CudaArchitecture>
{
    /// <inheritdoc/>
    public int CompareTo(CudaArchitecture other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    /// <inheritdoc/>
    public override string ToString() => $"SM_{Major}{Minor}";

    /// <summary>Whether an architecture is older.</summary>
    public static bool operator <(CudaArchitecture left, CudaArchitecture right) => left.CompareTo(right) < 0;

    /// <summary>Whether an architecture is older or the same.</summary>
    public static bool operator <=(CudaArchitecture left, CudaArchitecture right) => left.CompareTo(right) <= 0;

    /// <summary>Whether an architecture is newer.</summary>
    public static bool operator >(CudaArchitecture left, CudaArchitecture right) => left.CompareTo(right) > 0;

    /// <summary>Whether an architecture is newer or the same.</summary>
    public static bool operator >=(CudaArchitecture left, CudaArchitecture right) => left.CompareTo(right) >= 0;
}
