using System.Globalization;

namespace ILGPU;

/// <summary>
/// A floating-point number of 16 bits: 11 of precision, up to 65504. Arithmetic is that of <see cref="float"/>, rounded to 16 bits after each
/// operation; conversions to it round to the nearest, to the even one of two, as GPUs do.
/// </summary>
/// <remarks>
/// In memory it takes two bytes. Which NaN a NaN becomes differs between accelerators. The package has a constant One too, whose value is
/// not 1 there: write <c>(Half)1f</c>.
/// </remarks>
public readonly struct Half : IEquatable<Half>, IComparable<Half>
{
    /// <summary>The smallest number above 0.</summary>
    public static readonly Half Epsilon = new(0x0001);

    /// <summary>The largest number, 65504.</summary>
    public static readonly Half MaxValue = new(0x7BFF);

    /// <summary>The smallest number, −65504.</summary>
    public static readonly Half MinValue = new(0xFBFF);

    /// <summary>Not a number.</summary>
    public static readonly Half NaN = new(0xFE01);

    /// <summary>Infinity.</summary>
    public static readonly Half PositiveInfinity = new(0x7C00);

    /// <summary>Negative infinity.</summary>
    public static readonly Half NegativeInfinity = new(0xFC00);

    /// <summary>Zero.</summary>
    public static readonly Half Zero = new(0x0000);

    private const ushort SignBit = 0x8000;
    private const ushort Magnitude = 0x7FFF;
    private const ushort Exponent = 0x7C00;

    internal Half(ushort rawValue) => RawValue = rawValue;

    /// <summary>The bits.</summary>
    internal ushort RawValue { get; }

    /// <summary>As a float, which has every value of this type.</summary>
    public static implicit operator float(Half halfValue) => HalfConversions.ToSingle(halfValue.RawValue);

    /// <summary>As a double, which has every value of this type.</summary>
    public static implicit operator double(Half halfValue) => (float)halfValue;

    /// <summary>The nearest number of 16 bits; infinity from 65520 on.</summary>
    public static explicit operator Half(float floatValue) => new(HalfConversions.FromSingle(floatValue));

    /// <summary>The nearest float's nearest number of 16 bits.</summary>
    public static explicit operator Half(double doubleValue) => (Half)(float)doubleValue;

    /// <summary>Toward zero.</summary>
    public static explicit operator int(Half halfValue) => (int)(float)halfValue;

    /// <summary>Toward zero.</summary>
    public static explicit operator uint(Half halfValue) => (uint)(float)halfValue;

    /// <summary>Toward zero.</summary>
    public static explicit operator long(Half halfValue) => (long)(float)halfValue;

    /// <summary>The nearest number of 16 bits.</summary>
    public static explicit operator Half(int intValue) => (Half)(float)intValue;

    /// <summary>The nearest number of 16 bits.</summary>
    public static explicit operator Half(uint uintValue) => (Half)(float)uintValue;

    /// <summary>The nearest number of 16 bits.</summary>
    public static explicit operator Half(long longValue) => (Half)(float)longValue;

    /// <summary>The negative: the other sign.</summary>
    public static Half operator -(Half halfValue) => new((ushort)(halfValue.RawValue ^ SignBit));

    /// <summary>The sum.</summary>
    public static Half operator +(Half first, Half second) => (Half)((float)first + second);

    /// <summary>The difference.</summary>
    public static Half operator -(Half first, Half second) => (Half)((float)first - second);

    /// <summary>The product.</summary>
    public static Half operator *(Half first, Half second) => (Half)((float)first * second);

    /// <summary>The quotient.</summary>
    public static Half operator /(Half first, Half second) => (Half)((float)first / second);

    /// <summary>Whether two numbers are equal; zeros are, NaN is to nothing.</summary>
    public static bool operator ==(Half first, Half second) => (float)first == second;

    /// <summary>The opposite.</summary>
    public static bool operator !=(Half first, Half second) => (float)first != second;

    /// <summary>Order.</summary>
    public static bool operator <(Half first, Half second) => (float)first < second;

    /// <summary>Order.</summary>
    public static bool operator <=(Half first, Half second) => (float)first <= second;

    /// <summary>Order.</summary>
    public static bool operator >(Half first, Half second) => (float)first > second;

    /// <summary>Order.</summary>
    public static bool operator >=(Half first, Half second) => (float)first >= second;

    /// <summary>The absolute value.</summary>
    public static Half Abs(Half half) => new((ushort)(half.RawValue & Magnitude));

    /// <summary>Whether it is not a number.</summary>
    public static bool IsNaN(Half half) => (half.RawValue & Magnitude) > Exponent;

    /// <summary>Whether it is 0 or −0.</summary>
    public static bool IsZero(Half half) => (half.RawValue & Magnitude) == 0;

    /// <summary>Whether it is infinity.</summary>
    public static bool IsPositiveInfinity(Half half) => half.RawValue == Exponent;

    /// <summary>Whether it is negative infinity.</summary>
    public static bool IsNegativeInfinity(Half half) => half.RawValue == (SignBit | Exponent);

    /// <summary>Whether it is one of the infinities.</summary>
    public static bool IsInfinity(Half half) => (half.RawValue & Magnitude) == Exponent;

    /// <summary>Whether it is neither infinite nor NaN.</summary>
    public static bool IsFinite(Half half) => (half.RawValue & Magnitude) < Exponent;

    /// <inheritdoc/>
    public bool Equals(Half other) => this == other;

    /// <inheritdoc/>
    public int CompareTo(Half other) => ((float)this).CompareTo(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Half half && Equals(half);

    /// <inheritdoc/>
    public override int GetHashCode() => RawValue;

    /// <inheritdoc/>
    public override string ToString() => ((float)this).ToString(CultureInfo.CurrentCulture);
}
