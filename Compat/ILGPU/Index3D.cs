namespace ILGPU;

/// <summary>An index or extent in three dimensions.</summary>
/// <param name="x">The X value.</param>
/// <param name="y">The Y value.</param>
/// <param name="z">The Z value.</param>
public readonly struct Index3D(int x, int y, int z) : IIndex, IEquatable<Index3D>
{
    /// <summary>No index: −1 in each dimension.</summary>
    public static readonly Index3D Invalid = new(-1, -1, -1);

    /// <summary>All zero.</summary>
    public static readonly Index3D Zero = new(0, 0, 0);

    /// <summary>All one.</summary>
    public static readonly Index3D One = new(1, 1, 1);

    /// <summary>The X value.</summary>
    public int X { get; } = x;

    /// <summary>The Y value.</summary>
    public int Y { get; } = y;

    /// <summary>The Z value.</summary>
    public int Z { get; } = z;

    /// <summary>The number of elements of an extent; <see cref="LongSize"/> where they may be past 2³¹ − 1.</summary>
    public int Size => X * Y * Z;

    /// <summary>The number of elements of an extent.</summary>
    public long LongSize => (long)X * Y * Z;

    long IIndex.Size => LongSize;

    /// <summary>Whether this is the first index.</summary>
    public bool IsFirst => X == 0 && Y == 0 && Z == 0;

    /// <summary>Whether this index lies in an extent.</summary>
    public bool InBounds(Index3D dimension) => X >= 0 && X < dimension.X && Y >= 0 && Y < dimension.Y && Z >= 0 && Z < dimension.Z;

    /// <summary>The values, taken apart.</summary>
    public void Deconstruct(out int x, out int y, out int z) => (x, y, z) = (X, Y, Z);

    /// <inheritdoc/>
    public bool Equals(Index3D other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Index3D other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(X, Y, Z);

    /// <inheritdoc/>
    public override string ToString() => $"({X}, {Y}, {Z})";

    /// <summary>Sum, value by value.</summary>
    public static Index3D operator +(Index3D first, Index3D second) => new(first.X + second.X, first.Y + second.Y, first.Z + second.Z);

    /// <summary>Difference, value by value.</summary>
    public static Index3D operator -(Index3D first, Index3D second) => new(first.X - second.X, first.Y - second.Y, first.Z - second.Z);

    /// <summary>Product, value by value.</summary>
    public static Index3D operator *(Index3D first, Index3D second) => new(first.X * second.X, first.Y * second.Y, first.Z * second.Z);

    /// <summary>Quotient, value by value.</summary>
    public static Index3D operator /(Index3D first, Index3D second) => new(first.X / second.X, first.Y / second.Y, first.Z / second.Z);

    /// <summary>Whether all values are equal.</summary>
    public static bool operator ==(Index3D first, Index3D second) => first.X == second.X && first.Y == second.Y && first.Z == second.Z;

    /// <summary>Whether a value differs.</summary>
    public static bool operator !=(Index3D first, Index3D second) => !(first == second);

    /// <summary>An index from a tuple.</summary>
    public static implicit operator Index3D((int, int, int) values) => new(values.Item1, values.Item2, values.Item3);
}
