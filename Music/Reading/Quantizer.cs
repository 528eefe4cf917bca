namespace GpuJazz.Music;

/// <summary>Moves times in ticks to the nearest quarter or third of a beat, in exact arithmetic.</summary>
public static class Quantizer
{
    /// <summary>The longest time and length that is read, in beats: six days at 120 beats a minute. Sums of some can't overflow.</summary>
    public const int MaximumBeats = 1_000_000;

    /// <summary>The nearest multiple of 1/4 or of 1/3 beat.</summary>
    /// <remarks>
    /// The smaller error wins and at equal errors the smaller value; inside one grid an exact half goes down. Ties are real: of 96
    /// ticks a beat, 28 are 4 from 24 (1/4) and 4 from 32 (1/3), and are 1/4.
    /// </remarks>
    /// <param name="ticks">The time or length, between ±2⁴⁰ ticks.</param>
    /// <param name="ticksPerQuarter">Ticks in a beat, 1 to 32767.</param>
    /// <returns>That time on the grid.</returns>
    /// <exception cref="MusicException">The result is more than <see cref="MaximumBeats"/>.</exception>
    public static Beats ToGrid(long ticks, int ticksPerQuarter)
    {
        var quarters = NearestHalfDown(4 * ticks, ticksPerQuarter);
        var thirds = NearestHalfDown(3 * ticks, ticksPerQuarter);

        // In units of 1/12 of a tick: |ticks − quarters · tpq / 4| and |ticks − thirds · tpq / 3|.
        var quarterError = 3 * Math.Abs(4 * ticks - quarters * ticksPerQuarter);
        var thirdError = 4 * Math.Abs(3 * ticks - thirds * ticksPerQuarter);

        var (byQuarters, byThirds) = (3 * quarters, 4 * thirds);
        var twelfths = quarterError < thirdError ? byQuarters : thirdError < quarterError ? byThirds : Math.Min(byQuarters, byThirds);
        return Math.Abs(twelfths) <= (long)MaximumBeats * Beats.PerQuarter
            ? new Beats((int)twelfths)
            : throw new MusicException($"a note starts after, or lasts, more than {MaximumBeats} beats; cut the tune out of it");
    }

    // ⌈numerator/denominator − 1/2⌉: an exact half goes down.
    private static long NearestHalfDown(long numerator, long denominator) => -FloorDivide(denominator - 2 * numerator, 2 * denominator);

    private static long FloorDivide(long dividend, long divisor) =>
        dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}
