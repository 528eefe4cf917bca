using System.Diagnostics;

namespace GpuJazz.Model.Measuring;

/// <summary>How long something took, over many runs; all in seconds.</summary>
/// <param name="Median">Half of the runs took longer.</param>
/// <param name="LowerQuartile">Three quarters of them took longer.</param>
/// <param name="UpperQuartile">A quarter of them took longer.</param>
/// <param name="Fastest">None took less.</param>
/// <param name="Runs">How many there were.</param>
public sealed record Timing(double Median, double LowerQuartile, double UpperQuartile, double Fastest, int Runs)
{
    private const int LeastRuns = 3;

    // Of the time to measure for: what is compiled at first use, and clocks that must rise, come before.
    private const double WarmUpShare = 0.25;

    /// <summary>Runs something again and again.</summary>
    /// <param name="run">One run; it returns when the accelerator is done.</param>
    /// <param name="length">How long to measure. The warm-up takes a quarter more, and three runs are made however long they take.</param>
    /// <returns>The times of the runs.</returns>
    public static Timing Of(Action run, TimeSpan length)
    {
        ArgumentNullException.ThrowIfNull(run);
        Repeat(run, length * WarmUpShare, 1);
        return OfTimes(Repeat(run, length, LeastRuns));
    }

    /// <summary>Summarises times.</summary>
    /// <param name="seconds">At least one, in any order.</param>
    /// <returns>Medians and quartiles lie between two times where no time is in the middle.</returns>
    public static Timing OfTimes(IEnumerable<double> seconds)
    {
        double[] sorted = [.. seconds.Order()];
        double Quantile(double share)
        {
            var place = share * (sorted.Length - 1);
            var (below, above) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
            return below + ((above - below) * (place - Math.Floor(place)));
        }

        return new(Quantile(0.5), Quantile(0.25), Quantile(0.75), sorted[0], sorted.Length);
    }

    private static List<double> Repeat(Action run, TimeSpan length, int least)
    {
        var times = new List<double>();
        var whole = Stopwatch.StartNew();
        while (times.Count < least || whole.Elapsed < length)
        {
            var one = Stopwatch.StartNew();
            run();
            times.Add(one.Elapsed.TotalSeconds);
        }

        return times;
    }
}
