namespace GpuJazz.Music;

/// <summary>A written length, as a fraction of a whole note: 1/8 is an eighth. Small enough to need no reducing.</summary>
/// <param name="Numerator">Above the line; greater than zero.</param>
/// <param name="Denominator">Below the line; greater than zero.</param>
internal readonly record struct AbcFraction(long Numerator, long Denominator)
{
    /// <summary>MIDI ticks in a quarter note: a multiple of 12, so that every time that is learned is a whole number of ticks.</summary>
    public const int TicksPerQuarter = 480;

    private const int TicksPerWhole = 4 * TicksPerQuarter;

    /// <summary>One, which changes no product.</summary>
    public static AbcFraction One { get; } = new(1, 1);

    /// <summary>This length in ticks, or null if it is not a whole number of them.</summary>
    public long? Ticks => Numerator * TicksPerWhole % Denominator == 0 ? Numerator * TicksPerWhole / Denominator : null;

    /// <summary>The product.</summary>
    public static AbcFraction operator *(AbcFraction left, AbcFraction right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>As ABC writes it: <c>3/8</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Numerator}/{Denominator}";
}
