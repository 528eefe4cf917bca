namespace ILGPU.Runtime.Cuda;

/// <summary>The version of CUDA that a driver knows.</summary>
public readonly record struct CudaDriverVersion : IComparable<CudaDriverVersion>
{
    private const int MajorMultiplier = 1000;
    private const int MinorMultiplier = 10;

    private CudaDriverVersion(int value) => Value = value;

    /// <summary>The number before the point.</summary>
    public int Major => Value / MajorMultiplier;

    /// <summary>The number behind the point.</summary>
    public int Minor => Value % MajorMultiplier / MinorMultiplier;

    /// <summary>As the driver gives it: 12080 for 12.8.</summary>
    public int Value { get; }

    /// <summary>The version of two numbers.</summary>
    public static CudaDriverVersion FromMajorMinor(int major, int minor) => new((major * MajorMultiplier) + (minor * MinorMultiplier));

    /// <summary>The version that a driver gives.</summary>
    public static CudaDriverVersion FromValue(int value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(CudaDriverVersion other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"{Major}.{Minor}";

    /// <summary>Whether a version is older.</summary>
    public static bool operator <(CudaDriverVersion left, CudaDriverVersion right) => left.Value < right.Value;

    /// <summary>Whether a version is older or the same.</summary>
    public static bool operator <=(CudaDriverVersion left, CudaDriverVersion right) => left.Value <= right.Value;

    /// <summary>Whether a version is newer.</summary>
    public static bool operator >(CudaDriverVersion left, CudaDriverVersion right) => left.Value > right.Value;

    /// <summary>Whether a version is newer or the same.</summary>
    public static bool operator >=(CudaDriverVersion left, CudaDriverVersion right) => left.Value >= right.Value;
}
