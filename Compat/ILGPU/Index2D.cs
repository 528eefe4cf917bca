namespace ILGPU;

/// <summary>An index or extent in two dimensions.</summary>
/// <param name="x">The X value.</param>
/// <param name="y">The Y value.</param>
public readonly struct Index2D(int x, int y) : IIndex, IEquatable<Index2D>
{
    /// <summary>No index: −1 in each dimension.</summary>
    public static readonly Index2D Invalid = new(-1, -1);

    /// <summary>All zero.</summary>
    public static readonly Index2D Zero = new(0, 0);

    /// <summary>All one.</summary>
    public static readonly Index2D One = new(1, 1);

    /// <summary>The X value.</summary>
    public int X { get; } = x;

    /// <summary>The Y value.</summary>
    public int Y { get; } = y;

    /// <summary>The number of elements of an extent; <see cref="LongSize"/> where they may be past 2³¹ − 1.</summary>
    public int Size => X * Y;

    /// <summary>The number of elements of an extent.</summary>
    public long LongSize => (long)X * Y;

    long IIndex.Size => LongSize;

    /// <summary>Whether this is the first index.</summary>
    public bool IsFirst => X == 0 && Y == 0;

    /// <summary>Whether this index lies in an extent.</summary>
    public bool InBounds(Index2D dimension) => X >= 0 && X < dimension.X && Y >= 0 && Y < dimension.Y;

    /// <summary>The values, taken apart.</summary>
    public void Deconstruct(out int x, out int y) => (x, y) = (X, Y);

    /// <inheritdoc/>
    public bool Equals(Index2D other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Index2D other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(X, Y);

    /// <inheritdoc/>
    public override string ToString() => $"({X}, {Y})";

    /// <summary>Sum, value by value.</summary>
    public static Index2D operator +(Index2D first, Index2D second) => new(first.X + second.X, first.Y + second.Y);

    /// <summary>Difference, value by value.</summary>
    public static Index2D operator -(Index2D first, Index2D second) => new(first.X - second.X, first.Y - second.Y);

    /// <summary>Product, value by value.</summary>
    public static Index2D operator *(Index2D first, Index2D second) => new(first.X * second.X, first.Y * second.Y);

    /// <summary>Quotient, value by value.</summary>
    public static Index2D operator /(Index2D first, Index2D second) => new(first.X / second.X, first.Y / second.Y);

    /// <summary>Whether all values are equal.</summary>
    public static bool operator ==(Index2D first, Index2D second) => first.X == second.X && first.Y == second.Y;

    /// <summary>Whether a value differs.</summary>
    public static bool operator !=(Index2D first, Index2D second) => !(first == second);

    /// <summary>An index from a tuple.</summary>
    public static implicit operator Index2D((int, int) values) => new(values.Item1, values.Item2);
}
