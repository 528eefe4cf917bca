using System.Globalization;
using GpuJazz.Music;

namespace GpuJazz.Host.Display;

/// <summary>What a reading found out about a tune's time and key, on a line.</summary>
internal static class TuneFacts
{
    private const int MostChanges = 6;

    /// <summary>Key, swing, pick-up, and the changes of meter and tempo.</summary>
    public static string Of(Tune tune)
    {
        string?[] facts =
        [
            $"Key {tune.Key} (correlation {Number(tune.KeyCorrelation)})",
            tune.SwingRatio > 1 ? $"swing {Number(tune.SwingRatio)} to 1, straightened" : null,
            tune.PickUp > Beats.Zero ? $"pick-up of {Number(tune.PickUp.InQuarters)} beats" : null,
            tune.Meters.Count > 0 ? $"meter {Listed(tune.Meters, meter => meter.ToString(), meter => meter.Measure)}" : null,
            tune.Tempos.Count > 1 ? $"tempo {Listed(tune.Tempos, tempo => Number(tempo.BeatsPerMinute), tempo => tempo.Measure)}" : null,
            tune.Transposed == 0 ? null : $"transposed by {tune.Transposed.ToString("+0;-0", CultureInfo.InvariantCulture)} semitones",
        ];
        return string.Join("; ", facts.OfType<string>());
    }

    private static string Listed<T>(IReadOnlyList<T> changes, Func<T, string> text, Func<T, int> measure)
    {
        var shown = changes.Take(MostChanges).Select((change, i) => i == 0 ? text(change) : $"{text(change)} from measure {measure(change) + 1}");
        return string.Join(", ", shown) + (changes.Count > MostChanges ? $" and {changes.Count - MostChanges} more changes" : "");
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
