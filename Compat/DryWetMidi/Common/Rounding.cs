namespace Melanchall.DryWetMidi;

/// <summary>Rounding of times.</summary>
internal static class Rounding
{
    /// <summary>The nearest whole number; halves go away from zero.</summary>
    public static long ToLong(double value) => (long)Math.Round(value, MidpointRounding.AwayFromZero);
}
