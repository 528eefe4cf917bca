namespace Melanchall.DryWetMidi.Common;

/// <summary>A number of four bits, 0 to 15: a channel.</summary>
public readonly struct FourBitNumber : IComparable<FourBitNumber>, IEquatable<FourBitNumber>
{
    private const byte Max = 15;

    private readonly byte _value;

    /// <summary>Makes the number.</summary>
    /// <param name="value">0 to 15.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is greater than 15.</exception>
    public FourBitNumber(byte value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Max);
        _value = value;
    }

    /// <summary>0.</summary>
    public static readonly FourBitNumber MinValue;

    /// <summary>15.</summary>
    public static readonly FourBitNumber MaxValue = new(Max);

    /// <summary>All of them, from 0 to 15.</summary>
    public static readonly FourBitNumber[] Values = [.. Enumerable.Range(0, Max + 1).Select(v => new FourBitNumber((byte)v))];

    /// <summary>The number as a byte.</summary>
    public static implicit operator byte(FourBitNumber number) => number._value;

    /// <summary>The byte as a number of four bits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The byte is greater than 15.</exception>
    public static explicit operator FourBitNumber(byte number) => new(number);

    /// <inheritdoc/>
    public int CompareTo(FourBitNumber other) => _value.CompareTo(other._value);

    /// <inheritdoc/>
    public bool Equals(FourBitNumber other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FourBitNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value;

    /// <inheritdoc/>
    public override string ToString() => _value.ToString();
}
