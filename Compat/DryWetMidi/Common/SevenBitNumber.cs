namespace Melanchall.DryWetMidi.Common;

/// <summary>A number of seven bits, 0 to 127: a note number, a velocity, a controller's value.</summary>
public readonly struct SevenBitNumber : IComparable<SevenBitNumber>, IEquatable<SevenBitNumber>
{
    private const byte Max = 127;

    private readonly byte _value;

    /// <summary>Makes the number.</summary>
    /// <param name="value">0 to 127.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is greater than 127.</exception>
    public SevenBitNumber(byte value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Max);
        _value = value;
    }

    /// <summary>0.</summary>
    public static readonly SevenBitNumber MinValue;

    /// <summary>127.</summary>
    public static readonly SevenBitNumber MaxValue = new(Max);

    /// <summary>All of them, from 0 to 127.</summary>
    public static readonly SevenBitNumber[] Values = [.. Enumerable.Range(0, Max + 1).Select(v => new SevenBitNumber((byte)v))];

    /// <summary>The number as a byte.</summary>
    public static implicit operator byte(SevenBitNumber number) => number._value;

    /// <summary>The byte as a number of seven bits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The byte is greater than 127.</exception>
    public static explicit operator SevenBitNumber(byte number) => new(number);

    /// <inheritdoc/>
    public int CompareTo(SevenBitNumber other) => _value.CompareTo(other._value);

    /// <inheritdoc/>
    public bool Equals(SevenBitNumber other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SevenBitNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value;

    /// <inheritdoc/>
    public override string ToString() => _value.ToString();
}
