namespace ILGPU;

/// <summary>An index or extent in one dimension with 64 bits.</summary>
/// <param name="x">The value.</param>
public readonly struct LongIndex1D(long x) : IIndex, IEquatable<LongIndex1D>
{
    /// <summary>Zero.</summary>
    public static readonly LongIndex1D Zero = new(0);

    /// <summary>One.</summary>
    public static readonly LongIndex1D One = new(1);

    /// <summary>The value.</summary>
    public long X { get; } = x;

    /// <summary>The number of elements of an extent.</summary>
    public long Size => X;

    /// <summary>The same with 32 bits; a value that does not fit is an error.</summary>
    public Index1D ToIntIndex() => new(checked((int)X));

    /// <inheritdoc/>
    public bool Equals(LongIndex1D other) => X == other.X;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LongIndex1D other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => X.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => $"({X})";

    /// <summary>Sum.</summary>
    public static LongIndex1D operator +(LongIndex1D first, LongIndex1D second) => new(first.X + second.X);

    /// <summary>Difference.</summary>
    public static LongIndex1D operator -(LongIndex1D first, LongIndex1D second) => new(first.X - second.X);

    /// <summary>Product.</summary>
    public static LongIndex1D operator *(LongIndex1D first, LongIndex1D second) => new(first.X * second.X);

    /// <summary>Quotient.</summary>
    public static LongIndex1D operator /(LongIndex1D first, LongIndex1D second) => new(first.X / second.X);

    /// <summary>Whether the values are equal.</summary>
    public static bool operator ==(LongIndex1D first, LongIndex1D second) => first.X == second.X;

    /// <summary>Whether the values differ.</summary>
    public static bool operator !=(LongIndex1D first, LongIndex1D second) => first.X != second.X;

    /// <summary>The value as an integer.</summary>
    public static implicit operator long(LongIndex1D idx) => idx.X;

    /// <summary>An integer as an index.</summary>
    public static implicit operator LongIndex1D(long idx) => new(idx);

    /// <summary>The same with 32 bits; a value that does not fit is an error.</summary>
    public static explicit operator Index1D(LongIndex1D index) => index.ToIntIndex();
}
