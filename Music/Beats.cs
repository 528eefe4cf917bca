using System.Globalization;

namespace GpuJazz.Music;

/// <summary>An exact musical time or length: a whole number of twelfths of a quarter note.</summary>
/// <remarks>
/// Twelfths hold both grids that are read, quarters and thirds of a beat, and every gap between their points, so that ties
/// are decided by arithmetic and not by rounding errors.
/// </remarks>
/// <param name="Twelfths">The number of twelfths of a quarter note; may be negative.</param>
public readonly record struct Beats(int Twelfths) : IComparable<Beats>
{
    /// <summary>Twelfths in a quarter note.</summary>
    public const int PerQuarter = 12;

    /// <summary>No time at all, or the start of a tune.</summary>
    public static Beats Zero => default;

    /// <summary>A sixteenth note, the length that a zero length becomes.</summary>
    public static Beats Sixteenth => new(PerQuarter / 4);

    /// <summary>A whole number of quarter notes.</summary>
    /// <param name="quarters">The number of quarter notes.</param>
    /// <returns>That time.</returns>
    public static Beats Quarters(int quarters) => new(quarters * PerQuarter);

    /// <summary>This time in quarter notes.</summary>
    public double InQuarters => Twelfths / (double)PerQuarter;

    /// <summary>The number of whole measures before this time.</summary>
    /// <param name="measure">The length of a measure.</param>
    /// <returns>floor(this / measure); negative before time zero.</returns>
    public int DividedBy(Beats measure) => (int)Math.Floor(Twelfths / (double)measure.Twelfths);

    /// <inheritdoc/>
    public int CompareTo(Beats other) => Twelfths.CompareTo(other.Twelfths);

    /// <summary>The sum of two times.</summary>
    public static Beats operator +(Beats left, Beats right) => new(left.Twelfths + right.Twelfths);

    /// <summary>The difference of two times.</summary>
    public static Beats operator -(Beats left, Beats right) => new(left.Twelfths - right.Twelfths);

    /// <summary>A time repeated.</summary>
    public static Beats operator *(Beats left, int right) => new(left.Twelfths * right);

    /// <summary>Whether the first is earlier.</summary>
    public static bool operator <(Beats left, Beats right) => left.Twelfths < right.Twelfths;

    /// <summary>Whether the first is later.</summary>
    public static bool operator >(Beats left, Beats right) => left.Twelfths > right.Twelfths;

    /// <summary>Whether the first is not later.</summary>
    public static bool operator <=(Beats left, Beats right) => left.Twelfths <= right.Twelfths;

    /// <summary>Whether the first is not earlier.</summary>
    public static bool operator >=(Beats left, Beats right) => left.Twelfths >= right.Twelfths;

    /// <summary>Quarter notes with three decimals, as tokens print them: <c>0.250</c>, <c>0.333</c>, <c>71.000</c>.</summary>
    /// <returns>The text, independent of the culture.</returns>
    public override string ToString() => InQuarters.ToString("F3", CultureInfo.InvariantCulture);
}
