namespace GpuJazz.Music;

/// <summary>A time signature for a measure of a given length.</summary>
internal static class Meter
{
    private static readonly int[] Units = [4, 8, 16];

    /// <summary>The longest measure that a signature can say: as many quarters as a byte counts.</summary>
    public static Beats Longest => Beats.Quarters(byte.MaxValue);

    /// <summary>The signature with the largest unit that divides the measure: 4/4, 3/4, 7/8.</summary>
    /// <param name="measure">The length of a measure; greater than zero.</param>
    /// <returns>How many beats, and the note value that is one beat (4 a quarter, 8 an eighth, 16 a sixteenth).</returns>
    /// <exception cref="MusicException">The length is no number of sixteenths from 1 to 255.</exception>
    public static (int Beats, int Unit) Of(Beats measure)
    {
        foreach (var unit in Units)
        {
            var beats = Math.DivRem(measure.Twelfths, UnitLength(unit).Twelfths, out var rest);
            if (rest == 0 && beats is > 0 and <= byte.MaxValue) return (beats, unit);
        }

        throw new MusicException($"a measure of {measure} beats has no time signature; give it a whole number of sixteenth notes");
    }

    /// <summary>The length of a beat.</summary>
    /// <param name="unit">4, 8 or 16.</param>
    public static Beats UnitLength(int unit) => new(4 * Beats.PerQuarter / unit);
}
