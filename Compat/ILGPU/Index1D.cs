namespace ILGPU;

/// <summary>The index of a work-item, or an extent, in one dimension.</summary>
/// <param name="x">The X value.</param>
public readonly struct Index1D(int x) : IIndex, IEquatable<Index1D>
{
    /// <summary>No index: −1.</summary>
    public static readonly Index1D Invalid = new(-1);

    /// <summary>All zero.</summary>
    public static readonly Index1D Zero = new(0);

    /// <summary>All one.</summary>
    public static readonly Index1D One = new(1);

    /// <summary>The X value.</summary>
    public int X { get; } = x;

    /// <summary>The number of elements of an extent; <see cref="LongSize"/> where they may be past 2³¹ − 1.</summary>
    public int Size => X;

    /// <summary>The number of elements of an extent.</summary>
    public long LongSize => (long)X;

    long IIndex.Size => LongSize;

    /// <summary>Whether this is the first index.</summary>
    public bool IsFirst => X == 0;

    /// <summary>Whether this index lies in an extent.</summary>
    public bool InBounds(Index1D dimension) => X >= 0 && X < dimension.X;

    /// <summary>The same with 64 bits.</summary>
    public LongIndex1D ToLongIndex() => new(X);

    /// <inheritdoc/>
    public bool Equals(Index1D other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Index1D other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(X);

    /// <inheritdoc/>
    public override string ToString() => $"({X})";

    /// <summary>Sum.</summary>
    public static Index1D operator +(Index1D first, Index1D second) => new(first.X + second.X);

    /// <summary>Difference.</summary>
    public static Index1D operator -(Index1D first, Index1D second) => new(first.X - second.X);

    /// <summary>Product.</summary>
    public static Index1D operator *(Index1D first, Index1D second) => new(first.X * second.X);

    /// <summary>Quotient.</summary>
    public static Index1D operator /(Index1D first, Index1D second) => new(first.X / second.X);

    /// <summary>Whether all values are equal.</summary>
    public static bool operator ==(Index1D first, Index1D second) => first.X == second.X;

    /// <summary>Whether a value differs.</summary>
    public static bool operator !=(Index1D first, Index1D second) => !(first == second);

    /// <summary>The value as an integer.</summary>
    public static implicit operator int(Index1D idx) => idx.X;

    /// <summary>An integer as an index.</summary>
    public static implicit operator Index1D(int idx) => new(idx);

    /// <summary>The same with 64 bits.</summary>
    public static implicit operator LongIndex1D(Index1D index) => new(index.X);
}
