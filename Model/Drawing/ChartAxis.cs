namespace GpuJazz.Model.Drawing;

/// <summary>A straight scale from numbers, or their logarithms, to places on a picture.</summary>
/// <param name="First">The number at the beginning.</param>
/// <param name="Last">The number at the end.</param>
/// <param name="From">The beginning's place.</param>
/// <param name="To">The end's place.</param>
internal readonly record struct ChartAxis(double First, double Last, double From, double To)
{
    /// <summary>Where a number stands.</summary>
    public double Place(double value) => From + ((value - First) / (Last - First) * (To - From));

    /// <summary>1, 2 and 5 times powers of ten within limits; over many decades the powers alone.</summary>
    public static IEnumerable<double> LogarithmicTicks(double lowest, double highest)
    {
        double[] factors = highest / lowest > 2000 ? [1] : [1, 2, 5];
        return Enumerable.Range(-6, 20).SelectMany(power => factors.Select(factor => factor * Math.Pow(10, power)))
            .Where(tick => tick >= lowest && tick <= highest);
    }
}
